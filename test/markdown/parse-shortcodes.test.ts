import { expect, test } from 'vitest'
import { parseShortcodes } from '../../src/markdown/shortcodes/parse-shortcodes.ts'

const one = (text: string) => {
  const { tags, mistakes } = parseShortcodes(text)
  expect(mistakes).toEqual([])
  expect(tags).toHaveLength(1)
  return tags[0]
}

test.each<[string, readonly string[], Record<string, string>]>([
  ['{{< name >}}', [], {}],
  ['{{<name>}}', [], {}],
  ['{{% name %}}', [], {}],
  ['{{< name one two >}}', ['one', 'two'], {}],
  ['{{<name one>}}', ['one'], {}],
  ['{{< name "one two" >}}', ['one two'], {}],
  ['{{< name "a \\"quoted\\" word" >}}', ['a "quoted" word'], {}],
  ['{{< name `raw "text"\nof two lines` >}}', ['raw "text"\nof two lines'], {}],
  ['{{< name a=1 b="two words" c=`raw` >}}', [], { a: '1', b: 'two words', c: 'raw' }],
  ['{{< name\n  a=1\n  b=2\n>}}', [], { a: '1', b: '2' }],
  ['{{< name https://example.org/a?b >}}', ['https://example.org/a?b'], {}],
  ['{{< name x />}}', ['x'], {}],
  ['{{< name "" >}}', [''], {}],
])('%s', (text, positional, named) => {
  expect(one(text)).toMatchObject({
    type: 'call',
    name: 'name',
    start: 0,
    end: text.length,
    arguments: { positional, named },
  })
})

test.each([
  ['{{</* name a="b" */>}}', '{{< name a="b" >}}'],
  ['{{%/* name */%}}', '{{% name %}}'],
])('%s prints itself', (text, printed) => {
  expect(one(text)).toMatchObject({ type: 'escaped', text: printed })
})

test('a name may hold a folder, letters of any script, digits, - and _', () => {
  expect(one('{{< мой/short-code_2 >}}')).toMatchObject({ name: 'мой/short-code_2' })
})

test('tags are found wherever they stand, with their places', () => {
  const text = 'a {{< x >}} `{{< y >}}`\n```\n{{% z %}}\n```\n{{< /x >}}'
  expect(
    parseShortcodes(text).tags.map(({ type, name, start, end }) => [type, name, text.slice(start, end)]),
  ).toEqual([
    ['call', 'x', '{{< x >}}'],
    ['call', 'y', '{{< y >}}'],
    ['call', 'z', '{{% z %}}'],
    ['close', 'x', '{{< /x >}}'],
  ])
})

test.each([
  ['{{< >}}', 'it has no name'],
  ['{{< name', 'it is not closed by >}}'],
  ['{{< name %}}', 'it is not closed by >}}'],
  ['{{% name >}}', 'it is not closed by %}}'],
  ['{{< name "open >}}', 'it is not closed by >}}'],
  ['{{< name a b=1 >}}', 'it mixes arguments with and without names'],
])('%s is a mistake', (text, reason) => {
  expect(parseShortcodes(text)).toMatchObject({ tags: [], mistakes: [{ offset: 0, reason }] })
})

test('what is no shortcode is left alone', () => {
  expect(parseShortcodes('{{ .Title }} {% raw %} { {< a >} }')).toEqual({ tags: [], mistakes: [] })
})
