import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { describe, expect, test } from 'vitest'
import { rehypeCode, rehypeDiagrams, remarkFences } from '../../src/markdown/index.ts'
import { bothParsers } from './code/both-parsers.ts'

describe.each(bothParsers)('by %s', (_, parser) => {
  const print = async (markdown: string) => {
    const file = await parser()
      .use(remarkFences)
      .use(remarkRehype)
      .use(rehypeDiagrams)
      .use(rehypeCode)
      .use(rehypeStringify)
      .process(markdown)
    expect(file.messages).toEqual([])
    return String(file)
  }

  test('a goat fence is a drawing', async () => {
    const html = await print("```goat\n.--.\n| a|\n'--'\n```")
    expect(html).toMatch(
      /^<div class="goat svg-container" tabindex="0"><svg [^>]*role="img" aria-label="Diagram: a".*<\/svg><\/div>$/,
    )
    expect(html).not.toContain('<pre')
  })

  test('its attributes are those of Hugo: class, id, width, height; and what it shows', async () => {
    const html = await print('```goat {.wide #d width=300 alt="Two boxes"}\n--\n```')
    expect(html).toContain('<div id="d" class="goat svg-container wide" tabindex="0">')
    expect(html).toContain('width="300" role="img" aria-label="Two boxes"')
  })

  test('what nobody can have drawn is printed as it is', async () => {
    expect(await print(`\`\`\`goat\n${'-'.repeat(200_001)}\n\`\`\``)).toMatch(/^<pre tabindex="0"><code/)
  })

  test('a mermaid fence is left to a script, and read without one', async () => {
    expect(await print('```mermaid {#m .wide}\ngraph TD\n  A-->B\n```')).toBe(
      '<pre id="m" class="mermaid wide" tabindex="0">graph TD\n  A-->B\n</pre>',
    )
  })
})
