import type { Manifest } from './manifest.ts'

/** A finished release on disk. `dir` is its real, absolute folder, which nobody changes any more. */
export type Release = {
  readonly id: string
  readonly dir: string
  readonly manifest: Manifest
}
