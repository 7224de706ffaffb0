/**
 * The few ASN.1 types that a certificate is made of, in DER (X.690 §8, §10). Node reads certificates and signs, but
 * does not write them.
 */
export const der = {
  sequence: (...parts: readonly Uint8Array[]) => element(0x30, ...parts),
  set: (...parts: readonly Uint8Array[]) => element(0x31, ...parts),
  boolean: (value: boolean) => element(0x01, Uint8Array.of(value ? 0xff : 0)),
  /** A non-negative integer, from its bytes, highest first. */
  integer: (bytes: Uint8Array) => element(0x02, unsigned(bytes)),
  bits: (bytes: Uint8Array, unused = 0) => element(0x03, Uint8Array.of(unused), bytes),
  octets: (bytes: Uint8Array) => element(0x04, bytes),
  identifier: (dotted: string) => element(0x06, identifierBytes(dotted)),
  utf8: (text: string) => element(0x0c, Buffer.from(text)),
  time,
  /** A context-specific tag: `primitive` replaces the tag of simple content, `constructed` wraps elements. */
  primitive: (tag: number, bytes: Uint8Array) => element(0x80 | tag, bytes),
  constructed: (tag: number, ...parts: readonly Uint8Array[]) => element(0xa0 | tag, ...parts),
}

function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Uint8Array.of(tag, ...lengthBytes(content.length)), content])
}

/** X.690 §8.1.3: short form below 128, else the number of length bytes and then those. */
function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 | bytes.length, ...bytes]
}

/** X.690 §8.3: as short as possible, with a leading zero where the highest bit would read as a sign. */
function unsigned(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0)
  if (first === -1) return Uint8Array.of(0)
  const short = bytes.subarray(first)
  return (short[0] ?? 0) & 0x80 ? Buffer.concat([Uint8Array.of(0), short]) : short
}

/** X.690 §8.19: the first two numbers share a byte, each number is written in base 128. */
function identifierBytes(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return Uint8Array.from([first * 40 + second, ...rest].flatMap(base128))
}

function base128(value: number): number[] {
  const digits = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift(0x80 | (rest & 0x7f))
  return digits
}

/** RFC 5280 §4.1.2.5: two digits of the year through 2049, four from 2050 on; whole seconds, in UTC. */
function time(moment: Date): Buffer {
  const digits = moment
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:T]/g, '')
  return moment.getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(digits.slice(2)))
    : element(0x18, Buffer.from(digits))
}
