/** Whether unified takes a value as a plugin: a function, one with its options, or a preset. */
export function isPlugin(value: unknown): boolean {
  if (typeof value === 'function') return true
  if (Array.isArray(value)) return typeof value[0] === 'function'
  return typeof value === 'object' && value !== null && isPreset(value)
}

function isPreset(value: object): boolean {
  const plugins = 'plugins' in value ? value.plugins : undefined
  if (plugins === undefined) return 'settings' in value && typeof value.settings === 'object'
  return Array.isArray(plugins) && plugins.every(isPlugin)
}
