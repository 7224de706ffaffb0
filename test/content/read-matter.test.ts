import { expect, test } from 'vitest'
import { SiteError } from '../../src/base/site-error.ts'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { pageOf } from './page-of.ts'

const config = resolveConfig({ taxonomies: { tag: 'tags', c: 'c++' } }, { root: '/site', files: [] })

const read = (text: string) => pageOf('posts/a.md', text, config).matter

/** Each mistake as the author is told it. */
function told(text: string) {
  try {
    read(text)
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    return error.diagnostics.map(({ message, hint, place }) => ({
      at: `${place?.line}:${place?.column}`,
      message: message.replace(/^Cannot read (the front matter as )?/, ''),
      hint,
    }))
  }
  return []
}

const toml = (...lines: readonly string[]) => `+++\n${lines.join('\n')}\n+++\n`
const yaml = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n`

test('a TOML date that the calendar does not have is refused, though the parser takes it for another day', () => {
  expect(told(toml('title = "x"', '  date = 2026-02-30'))).toMatchObject([
    { at: '3:10', message: 'date "2026-02-30": the calendar has no such day or time' },
  ])
  expect(told(toml('date = 2026-02-30T10:00:00+01:00'))).toHaveLength(1)
  expect(told(toml('date = 2025-02-29 10:00:00'))).toHaveLength(1)
})

test.each([
  ['2026-02-28', '2026-02-28T00:00:00.000Z'],
  ['2026-02-28T10:00:00', '2026-02-28T10:00:00.000Z'],
  ['2026-02-28 10:00:00.5+01:00', '2026-02-28T09:00:00.500Z'],
  ['"2026-02-28" # quoted', '2026-02-28T00:00:00.000Z'],
])('TOML date = %s', (value, expected) => {
  expect(read(toml(`date = ${value}`, '[params]', 'date = 1999-01-01')).date?.toISOString()).toBe(expected)
})

test.each([yaml('date: 0001-01-01T00:00:00Z'), toml('date = 0001-01-01T00:00:00Z')])(
  "Hugo's zero date is none: %j",
  (text) => {
    expect(read(text).date).toBeUndefined()
    expect(read(text.replace('date', 'expiryDate')).expiryDate).toBeUndefined()
    expect(read(text.replace('0001', '0002')).date).toBeInstanceOf(Date)
  },
)

test.each([
  ['2026-02-30', 'the calendar has no such day or time'],
  ['2026-01-01T10:00 PM', 'what follows the day is not a time'],
  ['2026-01-01T10:00:00+02', 'what follows the day is not a time'],
  ['2026-01-01 10:00 Europe/Berlin', 'what follows the day is not a time'],
  ['2026-01-01 10:00 EST', 'what follows the day is not a time'],
  ['someday', 'it is not a date'],
])('date: %s is refused because %s', (date, reason) => {
  expect(told(yaml(`date: ${date}`))).toMatchObject([{ message: `date "${date}": ${reason}` }])
})

test.each([
  ['title: *Important*', '2:8', 'it begins with `*`'],
  ['title: x\ntags: [*a]', '3:8', 'it begins with `*`'],
  ['title: @home', '2:8', 'it begins with `@`'],
  ['title: `code`', '2:8', 'it begins with ``'],
  ['title: [draft] hello', '2:16', 'it begins with `[`'],
  ['title: {{ x }} y', '2:16', 'it begins with `{`'],
  ['tags:\n  - @a', '3:5', 'it begins with `@`'],
  ['title: Broken: yaml', '2:8', 'it holds a colon'],
])('YAML %j is told with what to do', (line, at, why) => {
  const [first] = told(yaml(line))
  expect(first).toMatchObject({ at, hint: expect.stringContaining(`Put the value in quotes: ${why}`) })
})

test.each([
  ['title: "unclosed\ndate: 2026-01-01', '2:8'],
  ["weight: 1\ntitle: 'unclosed", '3:8'],
  ['tags:\n  - "a\n  - b', '3:5'],
])('YAML %j: the quote is told where it opens', (lines, at) => {
  expect(told(yaml(lines))).toMatchObject([
    { at, message: 'YAML: the quote is not closed', hint: 'Close the quote' },
  ])
})

test('aliases with their anchors are read; so many that they fill the memory are refused', () => {
  expect(read(yaml('title: &t x', 'description: *t'))).toMatchObject({ title: 'x', description: 'x' })
  const bomb = [...'bcdefgh'].map((name, index) => {
    const before = `*${'abcdefg'[index]}`
    return `${name}: &${name} [${Array(9).fill(before).join(', ')}]`
  })
  expect(told(yaml('a: &a [x]', ...bomb))).toMatchObject([{ hint: 'Write the values out' }])
})

test.each([
  [yaml('extra:', '  title: ok', 'title: [x]'), '4:8'],
  [yaml('# first', '  extra:', '    title: ok', '  title: [x]'), '5:10'],
  [yaml('extra: {title: 1}', '"title": [x]'), '3:10'],
  [toml('title = ["x"]', '[extra]', 'title = "ok"'), '2:9'],
  ['{"extra": {"title": "ok"}, "title": ["x"]}\n', '1:37'],
  ['{\n  "extra": [{"title": "ok"}],\n  "s": "\\"title\\":",\n  "Title":\n    ["x"]\n}\n', '5:5'],
  ['\n \n{"title": ["x"]}\n', '3:11'],
])('%j: the mistake is told at its own field', (text, at) => {
  expect(told(text)).toMatchObject([{ at, message: 'title "["x"]": it is not a text' }])
})

test('a field whose name is no plain word is found', () => {
  expect(told(yaml('c++: {a: 1}'))).toMatchObject([{ at: '2:6' }])
})
