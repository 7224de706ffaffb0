import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const repository = path.resolve(import.meta.dirname, '../..')

/** What the posts are put together from: prose of this repository, with its links and lists. */
const sources = ['README.md', 'docs', 'content/posts']

const tags = 'https acme security web node typescript markdown blog tls linux go print'.split(' ')

/**
 * Writes posts into a folder, the same on every run: 5.6 KB of Markdown on average, with YAML front matter, two of
 * twelve tags, links, lists and a block of code.
 */
export function writePosts(folder: string, count: number): void {
  const paragraphs = readParagraphs()
  const random = createRandom(42)
  mkdirSync(folder, { recursive: true })
  for (let number = 0; number < count; number++) {
    const length = 2400 + random(5600)
    const parts: string[] = []
    for (let size = 0; size < length; size += parts.at(-1)?.length ?? 1) {
      if (random(6) === 0) parts.push(`## Part ${parts.length}`)
      parts.push(paragraphs[random(paragraphs.length)] ?? '')
    }
    const text = [matterOf(number), ...parts, codeOf(number)].join('\n\n')
    writeFileSync(path.join(folder, nameOf(number)), `${text}\n`)
  }
}

/** Takes so many posts from a folder that has them, as `posts/*.md` or `*.md`. */
export function takePosts(from: string, folder: string, count: number): void {
  const source = existsSync(path.join(from, 'posts')) ? path.join(from, 'posts') : from
  const names = readdirSync(source).filter((name) => name.endsWith('.md') && !name.startsWith('_'))
  if (names.length < count) throw new Error(`there are ${names.length} posts in ${source}, not ${count}`)
  mkdirSync(folder, { recursive: true })
  for (const name of names.sort().slice(0, count)) cpSync(path.join(source, name), path.join(folder, name))
}

const nameOf = (number: number) => `post-${String(number).padStart(6, '0')}.md`

/** A post every two hours since 2015: fifty thousand of them are not yet in the future, where nobody publishes them. */
const matterOf = (number: number) => {
  const chosen = new Set([tags[number % tags.length], tags[(number * 7 + 3) % tags.length]])
  return [
    '---',
    `title: "Post number ${number}"`,
    `date: ${new Date(Date.UTC(2015, 0, 1) + number * 2 * 3_600_000).toISOString()}`,
    `description: "Description of post ${number}"`,
    'draft: false',
    'tags:',
    ...[...chosen].map((tag) => `  - ${tag}`),
    '---',
  ].join('\n')
}

const codeOf = (number: number) =>
  [
    `## Code ${number}`,
    '',
    '```js',
    `const x = ${number};`,
    'function f(a, b) { return a + b * x; }',
    `console.log(\`hello \${f(1, 2)}\`);`,
    '```',
  ].join('\n')

/** Without what only one of the tools would understand: shortcodes, HTML, code, tables, links to files. */
function readParagraphs(): readonly string[] {
  return (
    sources
      .map((source) => path.join(repository, source))
      .flatMap((source) => (source.endsWith('.md') ? [source] : listMarkdown(source)))
      .map((file) => readFileSync(file, 'utf8').replace(/^---[\s\S]*?\n---\n/, ''))
      // Prose alone: a blank line would cut a block of code in two.
      .map((text) => text.replaceAll(/^(```|~~~)[\s\S]*?^\1$/gm, ''))
      .flatMap((text) => text.split(/\n{2,}/))
      .map((text) => text.trim().replaceAll(/\]\((?!https?:)[^)]*\)/g, '](https://example.com/)'))
      .filter((text) => text.length > 120 && !/^(<|\||#|\[\^|>|!)|\{\{|```|~~~/.test(text))
  )
}

const listMarkdown = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => path.join(folder, name))

function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
