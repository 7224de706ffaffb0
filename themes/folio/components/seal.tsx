/** The seal: red wax, pressed with a pen's nib. An ornament; whoever links it gives it a name. */
export function Seal() {
  return (
    <svg
      class="seal"
      viewBox="0 0 64 64"
      width="32"
      height="32"
      aria-hidden="true"
      dangerouslySetInnerHTML={drawing}
    />
  )
}

// It stands on every page twice, and as elements it would take a tenth of a page's time.
const drawing = {
  __html:
    '<path class="wax" d="M60.2 32C60.5 36 59.4 40.8 57.5 44.3C55.6 47.7 51.8 50.5 48.6 52.8C45.3 55.1 41.7 57.6 38 58.2C34.3 58.9 30.3 57.5 26.3 56.9C22.3 56.3 17.2 56.8 13.9 54.7C10.6 52.6 7.5 48.2 6.3 44.4C5.1 40.6 6.7 36 6.9 32C7 28 5.8 23.5 7.3 20.1C8.7 16.6 12.4 14 15.5 11.3C18.6 8.7 21.8 5.2 25.6 4.1C29.4 3 34.6 3.2 38.3 4.5C42 5.9 44.9 9.4 47.9 12.1C50.8 14.8 53.8 17.2 55.8 20.5C57.9 23.8 59.9 28 60.2 32Z"></path>' +
    '<circle class="rim" cx="33" cy="31" r="19.5"></circle>' +
    '<path class="nib" d="M33 46.5L25.2 31.5C24.4 26 28.6 20.6 33 16.5C37.4 20.6 41.6 26 40.8 31.5ZM33 43V31.6M33 31.6a2.6 2.6 0 1 0-.1 0"></path>',
}
