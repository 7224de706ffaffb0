import { toHtml } from 'hast-util-to-html'
import type { ShortcodeDefinition } from '../shortcode.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { element } from './element.ts'
import { readArguments } from './read-arguments.ts'

const levels = { low: 'L', medium: 'M', quartile: 'Q', high: 'H' } as const

/** Light modules around a code, without which readers do not find it (ISO/IEC 18004 §5.3.8). */
const QUIET = 4

/** A QR code as a drawing in the page (Hugo's manual, "QR shortcode"); Hugo makes an image file of it. */
export const qr: ShortcodeDefinition = {
  render: (call) => {
    const names = ['text', 'level', 'scale', 'targetDir', 'alt', 'class', 'id', 'loading', 'title'] as const
    const {
      text = call.inner.trim(),
      level = 'medium',
      scale = '4',
      ...others
    } = readArguments(call, { names })
    if (text === '') {
      throw new ShortcodeRefusal('it needs a text', { hint: 'Write {{< qr text="https://example.org" />}}' })
    }
    if (!isLevel(level)) {
      const hint = 'Use low, medium, quartile or high'
      throw new ShortcodeRefusal(`"${level}" is not a level`, { hint, argument: 'level' })
    }
    if (!/^\d+$/.test(scale) || Number(scale) < 2) {
      const hint = 'It is the number of pixels of a module: 4'
      throw new ShortcodeRefusal('the scale is not a whole number of 2 or more', { hint, argument: 'scale' })
    }
    return call.later(draw(text, { ...others, level, scale: Number(scale) }))
  },
}

const isLevel = (level: string): level is keyof typeof levels => Object.hasOwn(levels, level)

type Drawing = {
  readonly level: keyof typeof levels
  readonly scale: number
  readonly alt?: string
  readonly class?: string
  readonly id?: string
  readonly title?: string
}

async function draw(
  text: string,
  { level, scale, alt, class: className, id, title }: Drawing,
): Promise<string> {
  const { encode } = await import('uqr')
  const { data, size } = encode(text, { ecc: levels[level], border: QUIET })
  const path = data.map(runsOf).join('')
  return toHtml(
    element(
      'svg',
      {
        role: 'img',
        ariaLabel: alt ?? `QR code: ${text}`,
        viewBox: `0 0 ${size} ${size}`,
        width: size * scale,
        height: size * scale,
        ...(className !== undefined && { className: className.split(/\s+/) }),
        ...(id !== undefined && { id }),
        shapeRendering: 'crispEdges',
      },
      [
        ...(title === undefined ? [] : [element('title', {}, [title])]),
        // On a dark page too: a code that is light on dark is not read by every camera.
        element('path', { fill: '#fff', d: `M0 0h${size}v${size}H0z` }),
        element('path', { fill: '#000', d: path }),
      ],
    ),
    { space: 'svg' },
  )
}

/** The dark modules of a row, side by side as one rectangle. */
function runsOf(row: readonly boolean[], y: number): string {
  const text = row.map((dark) => (dark ? '#' : ' ')).join('')
  return [...text.matchAll(/#+/g)]
    .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1H${index}z`)
    .join('')
}
