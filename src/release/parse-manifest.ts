import type { Manifest } from './manifest.ts'

/**
 * Reads a manifest.
 *
 * @throws SyntaxError where it is not JSON, TypeError where it is of another version of Inkseal
 */
export function parseManifest(bytes: Buffer): Manifest {
  const value: unknown = JSON.parse(bytes.toString())
  if (!isManifest(value)) throw new TypeError('its manifest is of another version')
  return value
}

// We alone write manifests, and in one step: what is told apart here is a manifest of another version of Inkseal.
function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 2 &&
    'files' in value
  )
}
