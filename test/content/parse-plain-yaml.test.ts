import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parsePlainYaml } from '../../src/content/matter/parse-plain-yaml.ts'
import { parseYaml } from '../../src/content/matter/parse-yaml.ts'
import { splitMatter } from '../../src/content/matter/split-matter.ts'
import { createRandom, mutate } from '../fuzz/mutate.ts'

const read = [
  'title: A post',
  'title: "A \\"quoted\\" post\\n"',
  "title: 'It''s'",
  'title: Say "hi", [or] {not}',
  'title: http://example.org:80/#x',
  'title: Über C# und 漢字   ',
  'title: a long text\n  that goes on\n   and on\ndraft: true',
  'title: nbsp\u00a0',
  'date: 2015-01-01T00:00:00.000Z\nlastmod: 2015-01-01',
  'draft: false\nweight: -3\nprice: 1.50\nnone: null\ntilde: ~\nempty:\n',
  'time: 12:30\nversion: 1.2.3\nrange: 1-2\nsum: +x',
  'tags:\n  - a\n  - "b: c"\n\n  # d\n  - -1\nweight: 0',
  'tags:\n- a\n- b',
  "tags: [a, \"b\", 'c', 1, true, Let's Encrypt]",
  'tags: [ ]',
  '# comment\n\nkey_a-B: x\r\nother: y\r\n',
  'constructor: x\ntoString: 1\nhasOwnProperty: y',
]

test.each(read)('%j is read at once, as the parser reads it', (matter) => {
  expect(parsePlainYaml(matter)).toStrictEqual(parsed(matter))
})

const handedOver = [
  '',
  '# nothing',
  'a: b: c',
  'a: b # comment',
  'a: # comment',
  'a:\n  b: c',
  'a:\n  text',
  'a:\n  - b: c',
  'a:\n  - b\n - c',
  'a:\n  - b\n    c',
  'a: |\n  text',
  'a: >-\n  text',
  'a: &b c',
  'a: *b',
  'a: !!str 1',
  'a: {b: c}',
  'a: [b, [c]]',
  'a: [b, "c, d"]',
  'a: [b,]',
  'a: [b,\n c]',
  'a: "b\n  c"',
  'a: "b" c',
  'a: "\\x41"',
  "a: 'b",
  'a: @b',
  'a: 007',
  'a: 0x1f',
  'a: 1e3',
  'a: -.inf',
  'a: .NaN',
  'a: -0',
  'a: 12345678901234567890',
  'a: b\na: c',
  'a: b\n\n  c',
  'a: b\n  # c\n  d',
  'a:\tb',
  'a: b\u2028c',
  ' a: b',
  '"a": b',
  '? a\n: b',
  'null: b',
  '1: b',
  '<<: b',
  '__proto__: b',
  '---\na: b',
  'a: b\n...',
  'a',
]

test.each(handedOver)('%j is left to the parser', (matter) => {
  expect(parsePlainYaml(matter)).toBe(undefined)
})

test('what is read of real front matter, and of what is left of it after accidents, is what the parser reads', async () => {
  const matters = await readMatters()
  expect(matters.filter((matter) => parsePlainYaml(matter)).length).toBeGreaterThan(matters.length * 0.8)
  const random = createRandom(20261124)
  const broken = Array.from({ length: 4000 }, (_, index) => {
    const matter = matters[index % matters.length] ?? ''
    return Buffer.from(mutate(matter.slice(0, 600), random))
      .toString()
      .slice(0, 2000)
  })
  let count = 0
  for (const matter of [...matters, ...broken]) {
    const plain = parsePlainYaml(matter)
    if (plain === undefined) continue
    count++
    expect(plain, JSON.stringify(matter)).toStrictEqual(parsed(matter))
  }
  expect(count).toBeGreaterThan(matters.length + 300)
})

function parsed(matter: string): unknown {
  const outcome = parseYaml(matter)
  return 'value' in outcome ? outcome.value : outcome
}

async function readMatters(): Promise<readonly string[]> {
  const folders = ['test/fixtures', 'test/fuzz/posts', 'content']
  const names = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true })))
  const files = names.flatMap((list, index) => list.map((name) => path.join(folders[index] ?? '', name)))
  const texts = await Promise.all(
    files.filter((file) => file.endsWith('.md')).map((file) => readFile(file, 'utf8')),
  )
  return texts.flatMap((text) => {
    const split = /^---\n[\s\S]*?\n---$/m.test(text) ? splitMatter('', text) : undefined
    return split?.format === 'yaml' ? [split.matter] : []
  })
}
