const KEY = 'scheme'

/** Puts back the reader's own choice; without one, the system's holds. */
export function rememberScheme(): void {
  try {
    const choice = localStorage.getItem(KEY)
    if (choice) document.documentElement.dataset.theme = choice
  } catch {
    // A browser that keeps nothing for this site: the system's scheme is a good answer.
  }
}

/** Makes the switch in the header work. A choice that equals the system's is forgotten again. */
export function startSwitch(): void {
  const button = document.querySelector('.theme-switch')
  const system = matchMedia('(prefers-color-scheme: dark)')
  const show = () => button?.setAttribute('aria-pressed', String(isDark(system)))
  button?.addEventListener('click', () => {
    choose(isDark(system) ? 'light' : 'dark', system)
    show()
  })
  system.addEventListener('change', show)
  show()
}

function isDark(system: MediaQueryList): boolean {
  const choice = document.documentElement.dataset.theme
  return choice ? choice === 'dark' : system.matches
}

function choose(scheme: 'light' | 'dark', system: MediaQueryList): void {
  const { dataset } = document.documentElement
  const isSystems = (scheme === 'dark') === system.matches
  if (isSystems) delete dataset.theme
  else dataset.theme = scheme
  try {
    if (isSystems) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, scheme)
  } catch {
    // Not remembered, but in force on this page.
  }
}
