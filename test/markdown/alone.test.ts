import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import {
  rehypeHeadings,
  rehypeShortcodes,
  rehypeTables,
  remarkShortcodes,
  shortcodes,
} from '../../src/markdown/index.ts'

test("the plugins work in anyone's pipeline, with shortcodes of its own", async () => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkShortcodes, {
      shortcodes: { ...shortcodes, shout: ({ get }) => `<b>${get(0)}!</b>` },
    })
    .use(remarkRehype)
    .use(rehypeHeadings)
    .use(rehypeTables)
    .use(rehypeShortcodes)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process('# Hello\n\nI say {{< shout hey >}}\n')
  expect(String(file)).toBe(
    '<h1 id="hello">Hello<a class="anchor" href="#hello" aria-label="Link to this section">#</a></h1>\n<p>I say <b>hey!</b></p>',
  )
  expect(file.data.headings).toEqual([{ depth: 1, id: 'hello', text: 'Hello', html: 'Hello' }])
})

test('what is wrong with a shortcode is a message of the file', async () => {
  const file = await unified()
    .use(remarkParse)
    .use(remarkShortcodes, { shortcodes })
    .use(remarkRehype)
    .use(rehypeStringify)
    .process('one\n\ntwo {{< yutube x >}}')
  expect(file.messages).toMatchObject([
    { line: 3, column: 5, ruleId: 'shortcode/unknown', source: 'inkseal', note: 'Did you mean "youtube"?' },
  ])
})
