import { expect, test } from 'vitest'
import { parseShortcodes } from '../../src/markdown/shortcodes/parse-shortcodes.ts'
import type { ShortcodeValue } from '../../src/markdown/shortcodes/shortcode-call.ts'

const one = (text: string) => {
  const { tags, mistakes } = parseShortcodes(text)
  expect(mistakes).toEqual([])
  expect(tags).toHaveLength(1)
  return tags[0]
}

// What Hugo 0.169 gives, but for the last five, which it refuses.
test.each<[string, readonly ShortcodeValue[], Record<string, ShortcodeValue>]>([
  ['{{< name >}}', [], {}],
  ['{{<name>}}', [], {}],
  ['{{% name %}}', [], {}],
  ['{{<\tname\ttab >}}', ['tab'], {}],
  ['{{< name one two >}}', ['one', 'two'], {}],
  ['{{<name one>}}', ['one'], {}],
  ['{{< name "one two" >}}', ['one two'], {}],
  ['{{< name "a \\"quoted\\" word" "c\\\\d" "e\\nf" >}}', ['a "quoted" word', 'c\\\\d', 'e\\nf'], {}],
  ['{{< name \\"a\\" >}}', ['a'], {}],
  ['{{< name `raw "text"\nof two lines` >}}', ['raw "text"\nof two lines'], {}],
  ['{{< name a=1 b="two words" c=`raw` d="1" >}}', [], { a: 1, b: 'two words', c: 'raw', d: '1' }],
  ['{{< name a = "x" b= "y" >}}', [], { a: 'x', b: 'y' }],
  ['{{< name a="x"b="y" >}}', [], { a: 'x', b: 'y' }],
  ['{{< name a=b=c >}}', [], { a: 'b=c' }],
  ['{{< name a.b_c-d=1 -e=2 >}}', [], { 'a.b_c-d': 1, '-e': 2 }],
  ['{{< name "a"b >}}', ['a', 'b'], {}],
  ['{{< name\n  a=1\n  b=2\n>}}', [], { a: 1, b: 2 }],
  ['{{< name 1 25 -3 2.5 1.50 01 true false >}}', [1, 25, -3, 2.5, 1.5, 1, true, false], {}],
  ['{{< name "1" `1` "true" >}}', ['1', '1', 'true'], {}],
  [
    '{{< name 0x10 1e3 False 3- 1. 1.2.3 1_000 >}}',
    ['0x10', '1e3', 'False', '3-', '1.', '1.2.3', '1_000'],
    {},
  ],
  ['{{< name 12345678901234567890 >}}', ['12345678901234567890'], {}],
  ['{{< name a_b ä _x a.md >}}', ['a_b', 'ä', '_x', 'a.md'], {}],
  ['{{< name "" >}}', [''], {}],
  ['{{< name a="" >}}', [], { a: '' }],
  ['{{< name https://example.org/a?b=c >}}', ['https://example.org/a?b=c'], {}],
  ['{{< name /a/b >}}', ['/a/b'], {}],
  ['{{< name x />}}', ['x'], {}],
  ['{{< name/>}}', [], {}],
  ['{{< name / >}}', [], {}],
])('%s', (text, positional, named) => {
  expect(one(text)).toMatchObject({
    type: 'call',
    name: 'name',
    start: 0,
    end: text.length,
    arguments: { positional, named },
    closesItself: /\/ ?>/.test(text),
  })
})

test('ids that a number cannot hold stay as they are written', () => {
  expect(one('{{< x 877500564405444608 >}}')?.arguments.positional).toEqual(['877500564405444608'])
})

test.each([
  ['{{</* name a="b" */>}}', '{{< name a="b" >}}'],
  ['{{%/* name */%}}', '{{% name %}}'],
  ['{{</* /name */>}}', '{{< /name >}}'],
  ['{{</* a\nb */>}}', '{{< a\nb >}}'],
])('%s prints itself', (text, printed) => {
  expect(one(text)).toMatchObject({ type: 'escaped', text: printed })
})

test('a name may hold a folder, letters of any script, digits, - and _', () => {
  expect(one('{{< мой/short-code_2 >}}')).toMatchObject({ name: 'мой/short-code_2' })
})

test.each(['{{< /name >}}', '{{</name>}}', '{{< / name >}}', '{{% /name\n%}}'])('%s closes', (text) => {
  expect(one(text)).toMatchObject({ type: 'close', name: 'name', end: text.length })
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
  ['{{< >}}', 0, 'it has no name'],
  ['{{<>}}', 0, 'it has no name'],
  ['{{< ?x >}}', 0, 'it has no name'],
  ['{{< name', 0, 'it is not closed by >}}'],
  ['{{< name {{< x', 0, 'it is not closed by >}}'],
  ['{{< name %}}', 9, 'it begins with {{< and ends with %}}'],
  ['{{% name a >}}', 11, 'it begins with {{% and ends with >}}'],
  ['{{< name "open >}}', 9, 'its quotes are not closed on their line'],
  ['{{< name "a" "b\nc" >}}', 13, 'its quotes are not closed on their line'],
  ['{{< name `open >}}', 9, 'its backquote is not closed'],
  ['{{< name a b=1 >}}', 11, 'it mixes arguments with and without names'],
  ['{{< name b=1 "a" >}}', 13, 'it mixes arguments with and without names'],
  ['{{< name a=1 b=2 a=3 >}}', 17, 'it has the argument "a" twice'],
  ['{{< name a= >}}', 9, 'the argument "a" has no value that can be read'],
  ["{{< name 'a b' >}}", 9, "an argument is quoted by '"],
  ['{{< name “a b” >}}', 9, 'an argument is quoted by “'],
  ['{{< name =a >}}', 9, '"=" cannot begin an argument'],
  ['{{</* name', 0, 'its comment is not closed by */>}}'],
  ['{{</* name */%}}', 0, 'its comment is not closed by */>}}'],
  ['{{< /name a >}}', 10, 'a closing tag takes no arguments'],
])('%s is a mistake', (text, offset, reason) => {
  const { tags, mistakes } = parseShortcodes(text)
  expect(mistakes[0]).toMatchObject({ offset, reason })
  expect(tags.filter(({ type }) => type === 'call')).toEqual([])
})

test('behind a mistake, all goes on', () => {
  const { tags, mistakes } = parseShortcodes("{{< a 'b' >}} {{< c {{< d >}} {{< e 'f' >}} {{< g >}}")
  expect(mistakes.map(({ offset }) => offset)).toEqual([6, 14, 36])
  expect(tags.map(({ type, name }) => [type, name])).toEqual([
    ['broken', 'a'],
    ['call', 'd'],
    ['broken', 'e'],
    ['call', 'g'],
  ])
})

test('what is no shortcode is left alone', () => {
  expect(parseShortcodes('{{ .Title }} {% raw %} { {< a >} }')).toEqual({ tags: [], mistakes: [] })
})
