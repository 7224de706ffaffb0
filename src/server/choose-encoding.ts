import { type Encoding, encodings } from './encode.ts'

/**
 * The form of a file that suits an Accept-Encoding header best (RFC 9110 §12.5.3): the highest weight wins, then the
 * one that is smaller as a rule. Undefined is the plain form, also where the client wants none of them.
 */
export function chooseEncoding(header: string | undefined): Encoding | undefined {
  if (!header) return undefined
  const weights = parseWeights(header)
  const plainWeight = weights.get('identity')
  let best: Encoding | undefined
  let bestWeight = 0
  for (const encoding of encodings) {
    const weight = weights.get(encoding) ?? weights.get('*') ?? 0
    if (weight <= bestWeight) continue
    best = encoding
    bestWeight = weight
  }
  return plainWeight !== undefined && plainWeight > bestWeight ? undefined : best
}

/** True where the client refuses the plain form: `identity;q=0`, or `*;q=0` and no word of identity. */
export function refusesPlain(header: string | undefined): boolean {
  const weights = parseWeights(header ?? '')
  return (weights.get('identity') ?? weights.get('*')) === 0
}

function parseWeights(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const member of header.toLowerCase().split(',')) {
    const [, name, weight] =
      /^\s*([^\s;]+)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/.exec(member) ?? []
    if (name === undefined) continue
    // RFC 9110 §8.4.1.3: x-gzip is another name of gzip.
    weights.set(name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : Number(weight))
  }
  return weights
}
