import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRandom, mutate } from '../../fuzz/mutate.ts'
import { createBothWays } from './both-ways.ts'

const tests = path.join(import.meta.dirname, '../..')

/** `FUZZ=10000 npx vitest run test/markdown/direct` tries more; `FUZZ_SEED` takes other posts. */
const count = Number(process.env.FUZZ ?? 200)
const seed = Number(process.env.FUZZ_SEED ?? 1)

const examples = (name: string): readonly string[] =>
  JSON.parse(readFileSync(path.join(tests, `markdown/data/${name}.json`), 'utf8')).examples.map(
    ([, markdown]: readonly [number, string]) => markdown,
  )

const withoutMatter = (text: string) => text.replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, '')

/** How many of the texts were written directly, all of them as the pipeline would have. */
async function countDirect(texts: Iterable<string>, both = createBothWays()): Promise<number> {
  let direct = 0
  for (const text of texts) {
    const outcome = await both(text)
    expect(outcome.direct, JSON.stringify(text)).toEqual(outcome.long)
    if (outcome.left === undefined) direct++
  }
  return direct
}

test('the examples of the specifications come out alike', async () => {
  expect(await countDirect(examples('commonmark-0.31.2'))).toBeGreaterThan(550)
  expect(await countDirect(examples('gfm-0.29'))).toBeGreaterThan(30)
})

test('examples in quotes, in lists, and behind seventy words do', async () => {
  const words = `${'word '.repeat(69)}word\n\n`
  const nested = examples('commonmark-0.31.2').flatMap((text) => [
    text.replaceAll(/^/gm, '> '),
    `- ${text.replaceAll('\n', '\n  ')}`,
    words.slice(0, 300) + text + words.slice(0, 100) + text,
    `# Title\n\n${text}\n\n<!--more-->\n\n${text}`,
  ])
  expect(await countDirect(nested)).toBeGreaterThan(2000)
})

test('every post of these tests comes out alike', async () => {
  const texts: string[] = []
  for await (const file of glob('**/*.md', { cwd: tests })) {
    texts.push(withoutMatter(readFileSync(path.join(tests, file), 'utf8')))
  }
  expect(texts.length).toBeGreaterThan(300)
  expect(await countDirect(texts)).toBeGreaterThan(texts.length / 2)
}, 120_000)

describe.each([
  ['as a config is by default', {}],
  [
    'with all that one may switch on',
    { markdown: { math: true, emoji: true, attributes: { blocks: true } } },
  ],
  ['by remark-parse, in a language without spaces', { hasCJKLanguage: true, markdown: { parser: 'remark' } }],
] as const)('mutated posts, %s', (_, user) => {
  test('come out alike', { timeout: 3_600_000 }, async () => {
    const random = createRandom(seed)
    const names = ['lets-encrypt.md', 'looks.md', 'yaml.md']
    const posts = [
      ...names.map((name) => readFileSync(path.join(tests, 'fuzz/posts', name), 'utf8')).map(withoutMatter),
      ...written,
    ]
    const mutated = Array.from({ length: count }, (_, index) =>
      Buffer.from(mutate(posts[index % posts.length] ?? '', random)).toString(),
    )
    expect(await countDirect(mutated, createBothWays(user))).toBeGreaterThan(count / 4)
  })
})

/** What is written directly, and that it is. */
const written: readonly string[] = [
  'Text with *emphasis*, **strong**, ~~deleted~~ and `code  <&>"`.\n\nA line  \nbroken\\\ntwice & <https://a.example>.',
  '# Title\n\nText.\n\n## Heading `code` *x* & "y"\n\n## Heading `code` *x* & "y"\n\n### [Link](b.md) ![alt](c.png) https://d.example\n\nSetext\nheading\n===\n',
  'A [link](b.md "ti\'tle"), one [here](#there), [a b](</a b?q=ä%20&c>), ![pic](a.png "t"), [ref], [ref][], [x][ref], ![i][ref]\n\n[ref]: https://e.example/?a=b&c "T"\n[REF]: no\n',
  '- a\n- b\n  - c\n\n    d\n- [ ] e\n- [x] f **g** [h](i)\n\n3. x\n\n   y\n4. z\n',
  '- [ ] loose\n\n- [x] task\n\n  two paragraphs\n\n  - inner\n',
  '```js\nconst a = `b` < \'d\' && "e"\n```\n\n    indented <code>\n\n```\nplain\n```\n\n```unknown-language\nx < y\n```\n\n~~~c++\nint a;\n~~~\n\n```js\n```\n',
  '| a | b | c |\n|:--|--:|:-:|\n| 1 | `x|y` | **z** |\n| 2 |\n\n| d |\n|---|\n\n> | e |\n> |---|\n> | f |\n',
  '> quote\n> > inner\n>\n> - list\n\n---\n\n***\n',
  'One <!--more--> two.\n\nThree.',
  'One two  \n<!--more-->\n\nThree.',
  'One *two*\nthree <!--more-->\n',
  '<!-- comment -->\n\nOne.\n\n<!--more-->\n\nTwo.\n\n<!--more-->\n',
  'Raw <b>bold *x*</b>, <a href="b.md" target="_blank" rel="noopener noreferrer" id="here">a</a> <a name="n" href="#here">x</a><br> H<sub>2</sub>O <img src="a.png" alt="" width="10"/> <kbd class="x y">q</kbd>.',
  '<img src="a.png" alt="a">\n\n<div class="box" id="i"><b>x</b> "y"</div>\n\n- <em>x</em>\n\n<a name="top"></a>\n',
  `${'word '.repeat(40)}\n\n## H\n\n- ${'item '.repeat(10)}\n\n1. [ ] task\n\n\`\`\`go\nfunc main() {}\n\`\`\`\n\n| a |\n|:-:|\n| ${'cell '.repeat(9)} |\n\n${'word '.repeat(30)}\n\n${'word '.repeat(5)}\n\nEnd.`,
  'Curly "quotes" -- and \'such\' --- ... <<x>> 1990\'s "a **b** c"\n',
  'A `code\nover lines` and a\n   indented line.\n',
]

test.each(written.map((text) => [text]))('written directly: %j', async (text) => {
  expect(await countDirect([text])).toBe(1)
})

/** What is left to the pipeline. */
test.each([
  'Called {{< param "title" >}}.',
  '<div>\n\nMarkdown *in* HTML\n\n</div>',
  'An <b>open tag',
  '<a href="x">https://y.example</a>',
  'Term\n: Definition',
  '## Heading {#id .class}',
  '> [!NOTE]\n> Text',
  'A[^1] note.\n\n[^1]: Here.',
  '```mermaid\ngraph\n```',
  '```go {linenos=table}\nx\n```',
  '<b>x</b>\n\n```\n\nblank\n```',
])('left to the pipeline, with the same result: %j', async (text) => {
  expect(await countDirect([text])).toBe(0)
})

test('a site with plugins is left to the pipeline', async () => {
  const { left } = await createBothWays({ markdown: { remarkPlugins: [() => () => {}] } })('Text')
  expect(left).toBe('plugins')
})
