import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { expect, test } from 'vitest'
import { drawGoat } from '../../../src/markdown/goat/draw-goat.ts'

const draw = (...lines: readonly string[]) => toHtml(drawGoat(lines.join('\n')))
const linesOf = (html: string) => (/<path d="((?:M [^"A]*)?)">/.exec(html)?.[1] ?? '').split(/ (?=M)/)
const wordsOf = (html: string) => Array.from(html.matchAll(/<text[^>]*>([^<]*)</g), ([, word]) => word)

test('a box is four lines and a word, in the colour of the text, with a name', () => {
  expect(draw('+---+', '| a |', '+---+')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 64" width="48" height="64" role="img" aria-label="Diagram: a" fill="none" stroke="currentColor">' +
      '<path d="M 8,16 L 40,16 M 8,16 L 8,48 M 40,16 L 40,48 M 8,48 L 40,48"></path>' +
      '<g fill="currentColor" stroke="none" font-family="Menlo, Consolas, monospace" font-size="13">' +
      '<text x="20" y="36" textLength="8" lengthAdjust="spacingAndGlyphs">a</text></g></svg>',
  )
})

test('corners are round where the upright stands outside of them', () => {
  const html = draw(' .-. ', '|   |', " '-' ")
  expect(html.match(/M \d+,\d+ A [^"]*/g)).toEqual([
    'M 24,16 A 16,16 0 0,0 8,32',
    'M 24,16 A 16,16 0 0,1 40,32',
    'M 24,48 A 16,16 0 0,1 8,32',
    'M 24,48 A 16,16 0 0,0 40,32',
  ])
  expect(linesOf(html)).toEqual([''])
})

test('diagonals meet joints, underlines and each other at the corners of their cells', () => {
  expect(linesOf(draw(' + ', '/ \\'))).toEqual(['M 4,40 L 16,16', 'M 16,16 L 28,40'])
  expect(linesOf(draw(' _ ', '/ \\', '\\_/'))).toEqual([
    'M 12,24 L 20,24',
    'M 4,40 L 12,24',
    'M 20,24 L 28,40',
    'M 4,40 L 12,56',
    'M 12,56 L 20,56',
    'M 20,56 L 28,40',
  ])
})

test('arrowheads point along their lines, and reach what they point at', () => {
  expect(draw('-->')).toContain('<polygon points="32,16 20,10.4 20,21.6" fill="currentColor" stroke="none">')
  expect(draw('<--')).toContain('transform="rotate(180 8 16)"')
  expect(draw('|', 'v')).toContain('transform="rotate(90 8 32)"')
  expect(draw(' \\', '  v')).toContain('transform="rotate(63 24 32)"')
  const reaching = draw(' | ', ' v ', '---')
  expect(reaching).toContain('points="32,32 ')
  expect(linesOf(reaching)).toContain('M 16,8 L 16,40')
})

test('a line ends at the edge of a hollow dot, and in the middle of a full one', () => {
  expect(linesOf(draw('o---*'))).toEqual(['M 14,16 L 40,16'])
})

test('a hop lets one line over another', () => {
  const html = draw('  |  ', '-----', '  |  ')
  expect(html).not.toContain('a 9,9')
  const hop = draw('  |  ', '--)--', '  |  ')
  expect(hop).toContain('M 24,24 a 9,9 0 0,1 0,16')
  expect(linesOf(hop)).toEqual(['M 24,8 L 24,24', 'M 24,40 L 24,56', 'M 4,32 L 44,32'])
})

test.each([
  ['A dash--is not a line'],
  ["it's a word, v. too"],
  ['obj->fcn()'],
  ['if (a > b)'],
  ['foo_bar_baz'],
  ['C:\\dir/file'],
  ['日本語'],
])('"%s" is text', (text) => {
  const html = draw(text)
  expect(textOf(drawGoat(text))).toBe(text)
  expect(linesOf(html)).toEqual([''])
})

test('words keep their columns in every font, and are one text where one space is between them', () => {
  const html = draw('two words  apart')
  expect(wordsOf(html)).toEqual(['two words', 'apart'])
  expect(html).toContain('x="4" y="20" textLength="72"')
})

test('a name of the author’s, and a size', () => {
  const html = toHtml(drawGoat('--', { label: 'A "line"', width: '300' }))
  expect(html).toContain('aria-label="A &#x22;line&#x22;"')
  expect(html).toContain(' width="300" ')
  expect(html).not.toContain(' height=')
})

test.each(['', ' ', '\n\n', '\t|\t|', '\0', '\ud800', '+', "'", '-'.repeat(5_000)])(
  '%j is drawn without a mistake',
  (diagram) => {
    expect(draw(diagram)).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/)
    expect(draw(diagram)).not.toContain('NaN')
  },
)

test('nothing needs a style attribute or a style element', () => {
  expect(draw('.-->.', '| o ░░', "'---'")).not.toMatch(/style/)
})
