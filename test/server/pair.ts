import { systemClock } from '../../src/base/clock.ts'
import { selfSigned } from '../../src/localca/self-signed.ts'
import type { KeyPair } from '../../src/server/create-listeners.ts'

/** A new key and a certificate of its own for localhost; further names tell one certificate from another. */
export const makePair = (...names: readonly string[]): Promise<KeyPair> =>
  selfSigned(['localhost', ...names], systemClock)
