import { readFile } from 'node:fs/promises'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import highlighter from 'highlight.js/lib/common'
import { expect, test } from 'vitest'
import { parseMarkup } from '../../src/markdown/parse-markup.ts'

test('nothing of the code is lost, and no class, in real files of several languages', async () => {
  const files = [
    ['src/markdown/rehype-code.ts', 'typescript'],
    ['themes/folio/styles/prose.css', 'css'],
    ['themes/folio/components/entry-list.tsx', 'tsx'],
    ['.ci/run', 'bash'],
    ['package.json', 'json'],
    ['README.md', 'markdown'],
    ['content/posts/how-a-post-looks/letter.svg', 'xml'],
  ]
  for (const [file = '', language = ''] of files) {
    const code = await readFile(file, 'utf8')
    const { value } = highlighter.highlight(code, { language })
    const children = parseMarkup(value)
    expect(textOf({ type: 'root', children }), file).toBe(code)
    expect(classesIn(toHtml({ type: 'root', children })), file).toEqual(classesIn(value))
  }
})

const classesIn = (html: string) => [...html.matchAll(/<span class="([^"]*)">/g)].map(([, names]) => names)

test('entities are decoded once', () => {
  expect(parseMarkup('&amp;lt; &#x27;<span class="hljs-a b_">&lt;</span>')).toEqual([
    { type: 'text', value: "&lt; '" },
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['hljs-a', 'b_'] },
      children: [{ type: 'text', value: '<' }],
    },
  ])
})
