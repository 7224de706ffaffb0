const KEY = 'scheme'
const root = document.documentElement
const system = matchMedia('(prefers-color-scheme: dark)')

/** Puts back the reader's own choice; without one, the system's holds. */
export function rememberScheme(): void {
  try {
    const choice = localStorage.getItem(KEY)
    if (choice) root.dataset['theme'] = choice
  } catch {
    // A browser that keeps nothing for this site: the system's scheme is a good answer.
  }
}

/** Makes the switch in the header work. A choice that equals the system's is forgotten again. */
export function startSwitch(): void {
  const button = document.querySelector('.theme-switch')
  const show = () => button?.setAttribute('aria-pressed', String(isDark()))
  button?.addEventListener('click', () => {
    choose(isDark() ? 'light' : 'dark')
    show()
  })
  system.addEventListener('change', show)
  show()
}

function isDark(): boolean {
  const choice = root.dataset['theme']
  return choice ? choice === 'dark' : system.matches
}

function choose(scheme: string): void {
  const same = (scheme === 'dark') === system.matches
  if (same) delete root.dataset['theme']
  else root.dataset['theme'] = scheme
  try {
    if (same) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, scheme)
  } catch {
    // Not remembered, but in force on this page.
  }
}
