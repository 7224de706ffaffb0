import rehypeRaw from 'rehype-raw'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import type { PluggableList } from 'unified'
import { describe, expect, test } from 'vitest'
import type { HighlightConfig } from '../../src/config/markdown-config.ts'
import { rehypeCode, remarkFences } from '../../src/markdown/index.ts'
import { bothParsers } from './code/both-parsers.ts'

const defaults: HighlightConfig = { lineNumbers: false, anchorLineNumbers: false, lineNumberStart: 1 }

describe.each(bothParsers)('by %s', (_, parser) => {
  const print = async (markdown: string, highlight = defaults, between: PluggableList = []) => {
    const file = await parser()
      .use(remarkFences, { highlight })
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(between)
      .use(rehypeCode)
      .use(rehypeStringify)
      .process(markdown)
    const messages = file.messages.map(
      ({ line, column, reason, note }) => `${line}:${column} ${reason}. ${note}`,
    )
    return { html: String(file), messages }
  }

  test('code is coloured by classes, without numbers where nobody asks for them', async () => {
    expect(await print('```go\na := 1\n```')).toEqual({
      html: '<pre tabindex="0"><code class="hljs language-go">a := <span class="hljs-number">1</span>\n</code></pre>',
      messages: [],
    })
  })

  test('lines are numbered and marked as Hugo counts them: marks from the first line, whatever its number', async () => {
    const { html, messages } = await print(
      '```text {linenos=table,hl_lines=[2,"4-5"],linenostart=98}\na\nb\nc\nd\ne\n```',
    )
    expect(html).toBe(
      '<pre tabindex="0" class="numbers-table digits-3"><code class="hljs language-text">' +
        '<span class="line" data-line="98">a</span>\n<mark class="line" data-line="99">b</mark>\n' +
        '<span class="line" data-line="100">c</span>\n<mark class="line" data-line="101">d</mark>\n' +
        '<mark class="line" data-line="102">e</mark>\n</code></pre>',
    )
    expect(messages).toEqual([])
  })

  test.each([
    ['```x {hl_Lines="2"}', false],
    ['```x {HL_LINES=2}', false],
    ['```x {hl_lines=["2-2"] style=monokai}', false],
    ['~~~x{hl_lines=[2]}', false],
    ['```x {linenos=inline hl_lines=[2]}', 'inline'],
    ['```x {lineNos=true hl_lines=[2]}', 'table'],
    ['```x {linenos=true lineNumbersInTable=false hl_lines=[2]}', 'inline'],
    ['```x { hl_lines=[ 2 ] , linenos="false" }', false],
  ])('%s', async (fence, numbers) => {
    const { html, messages } = await print(`${fence}\na\nb\n${fence.slice(0, 3)}`)
    expect(messages).toEqual([])
    expect(html).toContain(numbers ? '<mark class="line" data-line="2">b' : '<mark class="line">b')
    expect(html.includes('<span class="line" data-line="1">a')).toBe(numbers !== false)
    if (numbers) expect(html).toContain(`class="numbers-${numbers}"`)
  })

  test('a span over several lines is closed in each, so that lines are whole', async () => {
    const { html } = await print('```js {hl_lines=[2]}\n/* a\n b */ c\n```')
    expect(html).toContain(
      '<span class="line"><span class="hljs-comment">/* a</span></span>\n' +
        '<mark class="line"><span class="hljs-comment"> b */</span> c</mark>\n',
    )
  })

  test('empty lines stay lines', async () => {
    const { html } = await print('```x {linenos=inline}\na\n\nb\n```')
    expect(html).toContain(
      '>a</span>\n<span class="line" data-line="2"></span>\n<span class="line" data-line="3">b</span>\n</code>',
    )
  })

  test('anchored numbers have ids of their own in each block of a page, or those that the fence names', async () => {
    const { html } = await print(
      '```x\n1\n```\n\n    indented\n\n```x {linenos=table anchorlinenos=true}\na\n```\n\n```x {linenos=table anchorLineNos=true lineAnchors=foo}\nb\n```',
    )
    expect(html).toContain(
      '<span class="line" id="hl-1-1"><a href="#hl-1-1" data-line="1" aria-label="Line 1"></a>a</span>',
    )
    expect(html).toContain('<span class="line" id="foo-1"><a href="#foo-1"')
  })

  test('the config’s defaults hold for code with a language, and a fence can go against them', async () => {
    const numbered: HighlightConfig = { ...defaults, lineNumbers: 'inline', lineNumberStart: 5 }
    const { html } = await print(
      '```x\na\n```\n\n```x {linenos=false}\nb\n```\n\n```\nc\n```\n\n    d',
      numbered,
    )
    expect(html).toContain('<span class="line" data-line="5">a</span>')
    for (const plain of ['language-x">b\n', '<code>c\n', '<code>d\n']) expect(html).toContain(plain)
  })

  test('other attributes are the block’s own; what HTML does not have becomes data', async () => {
    const { html, messages } = await print(
      '```x {#an-id .one class="two three" title="A title" data-x=1 file="a.go"}\na\n```\n\n``` {.plain}\nb\n```',
    )
    expect(messages).toEqual([])
    expect(html).toBe(
      '<pre tabindex="0" id="an-id" title="A title" data-x="1" data-file="a.go" class="one two three"><code class="hljs language-x">a\n</code></pre>\n' +
        '<pre tabindex="0" class="plain"><code>b\n</code></pre>',
    )
  })

  test('each mistake is told where it stands, and does not keep the code from being printed', async () => {
    const { html, messages } = await print(
      [
        '- ```go {linenos=banana hl_lines=[1,"x-3",9]}',
        '  a',
        '  ```',
        '',
        '```go {hl_line=1 onclick="x()" linenostart=-1}',
        'b',
        '```',
        '',
        '```go {linenos}',
        'c',
        '```',
        '',
        '```go {anchorlinenos=maybe}',
        'd',
        '```',
      ].join('\n'),
    )
    expect(messages.toSorted()).toEqual([
      '13:8 Cannot use an option of the code: "maybe" is no value for "anchorlinenos". Write anchorlinenos=true or anchorlinenos=false',
      '1:10 Cannot use an option of the code: "banana" is no value for "linenos". Write linenos=table, inline, true or false',
      '1:25 Cannot use an option of the code: "hl_lines" marks line 9, and the code has one line. Count from the first line of the code, whatever number it shows',
      '1:25 Cannot use an option of the code: "x-3" is no value for "hl_lines". Write hl_lines=[3,"6-8"], say: lines are counted from 1',
      '5:18 Cannot use an option of the code: "onclick" cannot be an attribute of code. Take it out; id, class, title and data-… can be',
      '5:32 Cannot use an option of the code: "-1" is no value for "linenostart". Write linenostart=10, say',
      '5:8 Cannot use an option of the code: there is no option "hl_line". Did you mean "hl_lines"?',
      '9:8 Cannot use an option of the code: "linenos" has no value. Write name=value, such as {linenos=table hl_lines=[3,"6-8"]}',
    ])
    expect(html).toContain('<mark class="line">a</mark>')
    for (const code of ['b', 'c', 'd']) expect(html).toContain(`language-go">${code}\n`)
  })

  test('options come through a parser of raw HTML', async () => {
    const { html } = await print('```x {hl_lines=[1]}\na\n```\n\n<p>raw', defaults, [rehypeRaw])
    expect(html).toContain('<mark class="line">a</mark>')
    expect(html).not.toContain('data-fence')
  })

  test('an unknown language prints as plain code', async () => {
    for (const language of ['der', 'asn1', 'constructor', '../../core']) {
      expect(await print(`\`\`\`${language}\n<a>\n\`\`\``)).toEqual({
        html: `<pre tabindex="0"><code class="hljs language-${language}">&#x3C;a>\n</code></pre>`,
        messages: [],
      })
    }
  })
})
