import type { Nodes } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import type { MathDelimiters } from '../../../src/config/markdown-config.ts'
import { remarkFormulas } from '../../../src/markdown/index.ts'
import { bothParsers } from '../code/both-parsers.ts'

const delimiters: MathDelimiters = {
  block: [
    ['$$', '$$'],
    ['\\[', '\\]'],
  ],
  inline: [
    ['\\(', '\\)'],
    ['$', '$'],
  ],
}

describe.each(bothParsers)('by %s', (_, parser) => {
  const read = async (markdown: string, given = delimiters) => {
    const file = await parser()
      .use(remarkFormulas, { delimiters: given })
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeStringify, { allowDangerousHtml: true })
      .process(markdown)
    const html = String(file)
      .replaceAll(/<pre><code class="language-math math-display">([^<]*)<\/code><\/pre>/g, '[[$1]]')
      .replaceAll(/<code class="language-math math-(inline|display)">([^<]*)<\/code>/g, '[$1 $2]')
    return { html, messages: file.messages.map(({ line, column, ruleId }) => [line, column, ruleId]) }
  }

  test.each([
    ['\\(a*b*c\\) and $a_b_c$ _x_', '<p>[inline a*b*c] and [inline a_b_c] <em>x</em></p>'],
    ['A $$ x_1 * b $$ c', '<p>A</p>\n[[x_1 * b]]\n<p>c</p>'],
    ['A **b**  \n\\[ x \\]\nc', '<p>A <strong>b</strong></p>\n[[x]]\n<p>c</p>'],
    ['`$$ a $$` and ``$b$``', '<p><code>$$ a $$</code> and <code>$b$</code></p>'],
    ['    $a$\n', '<pre><code>$a$\n</code></pre>'],
    ['```\n$$ a $$\n```', '<pre><code>$$ a $$\n</code></pre>'],
    ['$a`b$ and `$c$`', '<p>[inline a`b] and <code>$c$</code></p>'],
    ['costs $5 and $6, or \\$7 and $x$', '<p>costs $5 and $6, or $7 and [inline x]</p>'],
    ['a 5$ bill and a 6$ one', '<p>a 5$ bill and a 6$ one</p>'],
    ['$ x $', '<p>[inline x]</p>'],
    ['$a \\$ b$', '<p>[inline a \\$ b]</p>'],
    ['\\\\(a\\\\)', '<p>\\(a\\)</p>'],
    ['\\(a \\\\) b\\)', '<p>[inline a \\\\) b]</p>'],
    ['$$$$ and $$ $$', '<p>$$$$ and $$ $$</p>'],
    ['*$x$*y **$z$**w', '<p><em>[inline x]</em>y <strong>[inline z]</strong>w</p>'],
    ['**a $$b$$**', '<p><strong>a [display b]</strong></p>'],
    ['$$\na = b\n- c\n# d\n---\n$$', '[[a = b\n- c\n# d\n---]]'],
    ['$$\na\n\nb\n$$\nc', '[[a\n\nb]]\n<p>c</p>'],
    ['$$a\n\nb$$', '<p>$$a</p>\n<p>b$$</p>'],
    ['# A $x^2$', '<h1>A [inline x^2]</h1>'],
    ['# A $$x$$', '<h1>A [display x]</h1>'],
    ['- $$\n  a_1\n  b_2\n  $$\n- c', '<ul>\n<li>\n[[a_1\n  b_2]]\n</li>\n<li>c</li>\n</ul>'],
    ['> $$\n> a > b\n> $$', '<blockquote>\n[[a > b]]\n</blockquote>'],
    ['> > $$\n> > a\n> b\n> > $$', '<blockquote>\n<blockquote>\n[[a\n b]]\n</blockquote>\n</blockquote>'],
    ['[a $x$](http://x/$y$)', '<p><a href="http://x/$y$">a [inline x]</a></p>'],
    ['<http://x/$y$>', '<p><a href="http://x/$y$">http://x/$y$</a></p>'],
    ['![a $x$](y$z$)', '<p><img src="y$z$" alt="a $x$"></p>'],
    ['<b title="$x$">$y$</b>', '<p><b title="$x$">[inline y]</b></p>'],
    ['<div>\n$x$\n</div>', '<div>\n$x$\n</div>'],
    ['[a]\n\n[a]: /u "$x$"', '<p><a href="/u" title="$x$">a</a></p>'],
    ['$a\r\nb$\r\n\r\nc', '<p>[inline a\nb]</p>\n<p>c</p>'],
  ])('%j', async (markdown, html) => {
    expect(await read(markdown)).toMatchObject({ html })
  })

  test('a table’s cells', async () => {
    const { html } = await read('| $a_1*$ | b |\n|---|---|\n| $$c$$ | `$d$` |')
    expect(html).toContain('<th>[inline a_1*]</th>')
    expect(html).toContain('<td>[display c]</td>\n<td><code>$d$</code></td>')
  })

  test('delimiters are those of the config alone', async () => {
    const { html } = await read('$a$ \\(b\\) @c@', { block: [], inline: [['@', '@']] })
    expect(html).toBe('<p>$a$ (b) [inline c]</p>')
  })

  test('a block without an end is told', async () => {
    expect(await read('text\n\n$$\na\n\nand $b$')).toEqual({
      html: '<p>text</p>\n<p>$$\na</p>\n<p>and [inline b]</p>',
      messages: [[3, 1, 'markdown/math']],
    })
  })

  test('every node behind a formula keeps its place', () => {
    const markdown = 'é $$\na\nb\n$$ *c* &amp; $d$ f\n\n> $$\n> e\n> $$\n> *g*'
    const tree = parser().use(remarkFormulas, { delimiters }).parse(markdown)
    const places: string[] = []
    visit(tree, (node: Nodes) => {
      const { start, end } = node.position ?? {}
      if (!start || !end || 'children' in node) return
      const lines = markdown.slice(0, start.offset).split('\n')
      expect([start.line, start.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1])
      places.push(markdown.slice(start.offset, end.offset))
    })
    expect(places).toEqual(['é ', '$$\na\nb\n$$', 'c', ' &amp; ', '$d$', ' f', '$$\n> e\n> $$', 'g'])
  })

  test('characters that placeholders are made of are left alone', async () => {
    const icons = '\ue200\ue300\ue305\ue201 \ue200 \uf2ff'
    expect((await read(`${icons} $x$ ${icons}`)).html).toBe(`<p>${icons} [inline x] ${icons}</p>`)
  })

  test('many delimiters without partners are text', async () => {
    const { html } = await read('\\('.repeat(2_000))
    expect(html.length).toBe(2_000 + '<p></p>'.length)
  })
})
