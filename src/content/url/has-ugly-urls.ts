import type { UrlConfig } from '../../config/config.ts'

/** Whether the config wants `/a.html` rather than `/a/` where a page lies; by its logical path. */
export function hasUglyUrls(path: string, { ugly }: Pick<UrlConfig, 'ugly'>): boolean {
  if (typeof ugly === 'boolean') return ugly
  const section = path.split('/')[1] ?? ''
  return Object.entries(ugly).some(([name, isOn]) => isOn && name.toLowerCase() === section)
}
