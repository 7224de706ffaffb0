import picomatch from 'picomatch'
import type { Config } from '../../config/config.ts'

/** Whether the config wants a file of the content passed over; by its path inside the content folder. */
export function isPassedOver({ ignore, ignorePatterns }: Config): (relative: string) => boolean {
  if (ignore.length === 0 && ignorePatterns.length === 0) return () => false
  const fits = picomatch([...ignore], { dot: true })
  return (relative) =>
    fits(relative) || ignorePatterns.some((pattern) => new RegExp(pattern).test(`/content/${relative}`))
}
