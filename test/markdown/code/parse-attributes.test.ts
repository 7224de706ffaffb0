import { expect, test } from 'vitest'
import { parseAttributes } from '../../../src/markdown/code/parse-attributes.ts'

const pairs = (text: string) => {
  const parsed = parseAttributes(text)
  return 'attributes' in parsed ? parsed.attributes.map(({ name, value }) => [name, value]) : parsed
}

test.each<[string, readonly (readonly [string, string | readonly string[]])[]]>([
  ['{}', []],
  ['{ }', []],
  ['{linenos=table}', [['linenos', 'table']]],
  [
    '{linenos=table,hl_lines=[8,"15-17"],linenostart=199}',
    [
      ['linenos', 'table'],
      ['hl_lines', ['8', '15-17']],
      ['linenostart', '199'],
    ],
  ],
  [
    '{ linenos=inline hl_lines=[ 3 , "6-8" ] style=emacs }',
    [
      ['linenos', 'inline'],
      ['hl_lines', ['3', '6-8']],
      ['style', 'emacs'],
    ],
  ],
  [
    '{#an-id .one .two title="a \\"quoted\\" word"}',
    [
      ['id', 'an-id'],
      ['class', 'one'],
      ['class', 'two'],
      ['title', 'a "quoted" word'],
    ],
  ],
  ["{title='one, two'}", [['title', 'one, two']]],
  ['{hl_lines="1-2 3"}', [['hl_lines', '1-2 3']]],
  ['{hl_lines=[1 2]}', [['hl_lines', ['1', '2']]]],
  ['{file = "a.go"}', [['file', 'a.go']]],
  ['{a=b}  ', [['a', 'b']]],
])('%s', (text, expected) => {
  expect(pairs(text)).toEqual(expected)
})

test('each attribute has its place', () => {
  const parsed = parseAttributes('{a=1, #b  c=[2]}')
  expect('attributes' in parsed && parsed.attributes.map(({ offset }) => offset)).toEqual([1, 6, 10])
})

test.each([
  ['{linenos}', '"linenos" has no value', 1],
  ['{a=1 bad option}', '"bad" has no value', 5],
  ['{a=1', 'it is not closed by }', 4],
  ['{a="1}', 'the value of "a" is not closed', 1],
  ['{a=[1,2}', 'the value of "a" is not closed', 1],
  ['{a=1} {b=2}', '"{b=2}" stands behind it', 6],
  ['{=}', '"=" has no value', 1],
  ['{{a=1}}', '"{a=1" has no value', 1],
])('%s is a mistake', (text, reason, offset) => {
  expect(pairs(text)).toEqual({ reason, offset })
})
