/** Light or dark. Without scripts the system decides, and the style sheet hides the button. */
export function ThemeSwitch() {
  return (
    <button
      class="theme-switch"
      type="button"
      aria-label="Dark colours"
      aria-pressed="false"
      dangerouslySetInnerHTML={drawing}
    />
  )
}

const drawing = {
  __html:
    '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">' +
    '<circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" stroke-width="1.6"></circle>' +
    '<path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor"></path></svg>',
}
