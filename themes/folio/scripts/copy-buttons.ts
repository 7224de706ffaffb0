/** Gives each code block a button that copies it, where the browser has a clipboard to write to. */
export function addCopyButtons(): void {
  if (!navigator.clipboard) return
  for (const pre of document.querySelectorAll('.prose pre')) {
    const box = document.createElement('div')
    box.className = 'code'
    pre.replaceWith(box)
    box.append(pre, copyButton(pre))
  }
}

function copyButton(pre: Element): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Copy'
  button.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(pre.textContent ?? '').then(
      () => 'Copied',
      () => 'Not copied',
    )
    button.textContent = done
    setTimeout(() => {
      button.textContent = 'Copy'
    }, 2_000)
  })
  return button
}
