import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { describe, expect, test } from 'vitest'
import {
  rehypeCode,
  rehypeHeadings,
  rehypeMath,
  remarkFences,
  remarkFormulas,
} from '../../src/markdown/index.ts'
import { bothParsers } from './code/both-parsers.ts'

describe.each(bothParsers)('by %s', (_, parser) => {
  const set = async (markdown: string) => {
    const file = await parser()
      .use(remarkFormulas, { delimiters: { block: [['$$', '$$']], inline: [['$', '$']] } })
      .use(remarkFences)
      .use(remarkRehype)
      .use(rehypeHeadings)
      .use(rehypeMath)
      .use(rehypeCode)
      .use(rehypeStringify)
      .process(markdown)
    return { html: String(file), file }
  }

  test('formulas are MathML, with their TeX', async () => {
    const { html } = await set('$x^2$')
    expect(html).toBe(
      '<p><math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>' +
        '<annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>',
    )
  })

  test('a block, and a fence as on GitHub, is a box of its own', async () => {
    const { html } = await set('$$a < b$$\n\n```math\nc\n```')
    expect(html).toMatch(
      /^<div class="math" tabindex="0"><math display="block">.*<\/math><\/div>\n<div class="math"/,
    )
    expect(html).toContain('<mo>&#x3C;</mo>')
    expect(html).not.toContain('<pre')
  })

  test.each([
    ['\\mathbb{RNx1}', '<mi>ℝ</mi><mi>ℕ</mi><mi>𝕩</mi><mn>𝟙</mn>'],
    ['\\mathcal{LA}', '<mi>ℒ</mi><mi>𝒜</mi>'],
    ['\\mathfrak{gC}', '<mi>𝔤</mi><mi>ℭ</mi>'],
    ['\\mathbf{\\Gamma v}', '<mi>𝚪</mi><mi>𝐯</mi>'],
    ['\\boldsymbol{\\alpha}', '<mi>𝜶</mi>'],
    ['\\mathrm{d}', '<mi mathvariant="normal">d</mi>'],
    ['\\textbf{b}', '<mtext class="math-bold">b</mtext>'],
    ['\\boxed{x}', '<mrow class="math-box">'],
    ['\\cancel{x}', '<mrow class="math-updiagonalstrike">'],
    ['\\stackrel{a}{b}', '<mrow><mover><mrow><mi>b</mi></mrow><mi>a</mi></mover></mrow>'],
    ['\\ce{H2O}', '<mn>2</mn>'],
  ])('%s in what browsers draw', async (tex, part) => {
    expect((await set(`$${tex}$`)).html).toContain(part)
  })

  test('columns stand as TeX has them', async () => {
    const { html } = await set('$$\\begin{aligned} a &= b \\\\ c &= d\\end{aligned}$$')
    expect(html.match(/<mtd class="math-right math-closed">/g)).toHaveLength(2)
    expect(html.match(/<mtd class="math-left math-close">/g)).toHaveLength(2)
    const { html: array } = await set('$$\\begin{array}{c|c} a & b \\\\ \\hline c & d\\end{array}$$')
    expect(array).toContain('<mtr><mtd class="math-column-solid math-row-solid">')
    expect(array).toContain('<mtr><mtd class="math-column-solid">')
  })

  test('nothing needs a style attribute', async () => {
    const { html } = await set('$\\fcolorbox{red}{blue}{x} \\rule{1em}{1em} \\textcolor{red}{y} \\Large z$')
    expect(html).not.toMatch(/ style=/)
  })

  test('what one formula defines, those behind it know, and no other page', async () => {
    const { file } = await set('$\\newcommand{\\Rn}{\\mathbb{R}^n}$ $\\Rn$')
    expect(file.messages).toEqual([])
    expect((await set('$\\Rn$')).file.messages).toMatchObject([{ fatal: true }])
  })

  test('a heading’s id is of its TeX, as Hugo’s is, and the contents list shows the formula', async () => {
    const { html, file } = await set('## The $x^2$ law')
    expect(html).toContain('<h2 id="the-x2-law">The <math>')
    expect(file.data.headings?.[0]?.html).toMatch(/^The <math>.*<\/math> law$/)
  })

  test.each([
    ['a $x + \\foo{b}$', 1, 8, 'undefined control sequence: \\foo'],
    ['a\n\n$$\nx\n  y_1_2\n$$', 5, 6, 'double subscript'],
    [
      '> - $$\n>   a\n>   \\frac{b\n>   $$',
      3,
      12,
      "unexpected end of input in a macro argument, expected '}'",
    ],
    ['```math\na\n\\foo\n```', 3, 1, 'undefined control sequence: \\foo'],
    ['ab $$a$$ $\\foo$', 1, 11, 'undefined control sequence: \\foo'],
    ['$\\href{javascript:x}{y}$', 1, 1, '\\href needs HTML, and formulas are MathML'],
  ])('%j is told at %i:%i', async (markdown, line, column, reason) => {
    const { file } = await set(markdown)
    expect(file.messages).toHaveLength(1)
    expect(file.messages[0]).toMatchObject({
      line,
      column,
      reason: `Cannot set the formula: ${reason}`,
      ruleId: 'markdown/math',
      fatal: true,
    })
  })
})
