import { expect, test } from 'vitest'
import { highlightCode } from '../../../src/markdown/code/highlight-code.ts'

test('options as the highlight shortcode takes them', async () => {
  expect(
    await highlightCode('\n\n  a := 1\nb\n\n', {
      language: 'go',
      options: 'linenos=inline, hl_lines=1 2-2, style=emacs',
    }),
  ).toEqual({
    html:
      '<pre class="numbers-inline" tabindex="0"><code class="hljs language-go">' +
      '<mark class="line" data-line="1">  a := <span class="hljs-number">1</span></mark>\n' +
      '<mark class="line" data-line="2">b</mark>\n</code></pre>',
    mistakes: [],
  })
})

test('pairs may stand apart by spaces alone, as newer posts write them', async () => {
  const { html, mistakes } = await highlightCode('a\nb', {
    language: 'x',
    options: 'linenos=table hl_lines="2 2" linenostart=7',
  })
  expect(mistakes).toEqual([])
  expect(html).toContain('<mark class="line" data-line="8">b</mark>')
})

test('code in a sentence', async () => {
  expect(await highlightCode('a := 1', { language: 'go', options: 'hl_inline=true' })).toEqual({
    html: '<code class="hljs language-go">a := <span class="hljs-number">1</span></code>',
    mistakes: [],
  })
})

test('mistakes have their offset in the options', async () => {
  const { html, mistakes } = await highlightCode('a', { language: 'x', options: 'linenos=table, hl_lines=z' })
  expect(html).toContain('data-line="1"')
  expect(mistakes).toMatchObject([{ reason: '"z" is no value for "hl_lines"', offset: 15 }])
  expect((await highlightCode('a', { language: 'x', options: 'linenos' })).mistakes).toMatchObject([
    { reason: '"linenos" has no value', offset: 0 },
  ])
})

test('calls on one page have ids of their own', async () => {
  const request = { language: 'x', options: 'linenos=table,anchorlinenos=true' }
  expect((await highlightCode('a', { ...request, ordinal: 2 })).html).toContain('id="hl-2-1"')
})

test('what a grammar says does not depend on which others are loaded', async () => {
  const request = 'POST / HTTP/1.1\nHost: a\n\n# title\nconst a = "b"\n'
  const { html } = await highlightCode(request, { language: 'http' })
  for (const language of ['python', 'javascript', 'markdown', 'yaml', 'bash', 'ruby'])
    await highlightCode('x', { language })
  expect((await highlightCode(request, { language: 'http' })).html).toBe(html)
})

test('code inside of other code is coloured, though nobody named its language', async () => {
  const { html } = await highlightCode('<style>a { color: red }</style><script>let x = 1</script>', {
    language: 'html',
  })
  expect(html).toContain('hljs-selector-tag')
  expect(html).toContain('hljs-keyword')
})
