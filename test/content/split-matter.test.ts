import { expect, test } from 'vitest'
import { splitMatter } from '../../src/content/matter/split-matter.ts'

test.each([
  ['---\na: 1\n---\nBody\n', 'yaml', 'a: 1\n', 'Body\n', 4],
  ['---\r\na: 1\r\n---\r\nBody\r\n', 'yaml', 'a: 1\r\n', 'Body\r\n', 4],
  ['---\n---\nBody', 'yaml', '', 'Body', 3],
  ['---  \na: "---"\n--- \nBody', 'yaml', 'a: "---"\n', 'Body', 4],
  ['---\na: 1\n---', 'yaml', 'a: 1\n', '', 4],
  ['+++\na = 1\n+++\nBody', 'toml', 'a = 1\n', 'Body', 4],
  ['{"a": "}", "b": {"c": "\\""}}\nBody', 'json', '{"a": "}", "b": {"c": "\\""}}', 'Body', 2],
  ['{\n"a": 1\n}\n\nBody', 'json', '{\n"a": 1\n}', '\nBody', 4],
  // Blank lines before the front matter.
  ['\n---\na: 1\n---\nBody\n', 'yaml', 'a: 1\n', 'Body\n', 5],
  ['\r\n \t\r\n+++\r\na = 1\r\n+++\r\nBody', 'toml', 'a = 1\r\n', 'Body', 6],
  ['\n\n{"a": 1}\nBody', 'json', '{"a": 1}', 'Body', 4],
  ['\n  \nBody', undefined, '', '\n  \nBody', 1],
  ['\n    ---\n', undefined, '', '\n    ---\n', 1],
  ['Body\n---\n', undefined, '', 'Body\n---\n', 1],
  ['{{< youtube x >}}', undefined, '', '{{< youtube x >}}', 1],
  ['----\nBody', undefined, '', '----\nBody', 1],
  ['', undefined, '', '', 1],
])('%j', (text, format, matter, body, bodyLine) => {
  expect(splitMatter('a.md', text)).toMatchObject({ format, matter, body, bodyLine })
})

test.each(['---\na: 1\n', '+++\na = 1\n---\n', '{"a": 1\n'])('%j is not closed', (text) => {
  expect(() => splitMatter('a.md', text)).toThrow('it is not closed')
})

test('what is not closed is told at its first line', () => {
  expect(() => splitMatter('a.md', '\n\n---\na: 1\n')).toThrow(
    expect.objectContaining({ place: { path: 'a.md', line: 3, column: 1, text: '---' } }),
  )
})
