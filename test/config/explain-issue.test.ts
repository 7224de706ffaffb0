import * as v from 'valibot'
import { expect, test } from 'vitest'
import { createLiteralSource } from '../../src/config/config-source.ts'
import { explainIssue } from '../../src/config/explain-issue.ts'
import { schema } from '../../src/config/schema.ts'

/** What is told of a config, `message` and `hint`, with the line that it is told at. */
function told(config: unknown, text = '') {
  const { issues = [] } = v.safeParse(schema, config)
  return issues.map((issue) => {
    const { message, hint, place } = explainIssue(issue, createLiteralSource('inkseal.config.ts', text))
    return [message, hint, ...(place?.line === undefined ? [] : [place.line])]
  })
}

const oneMistake: readonly (readonly [unknown, string, string])[] = [
  [
    () => ({}),
    'Cannot use the config: it is a function, where an object is expected',
    'Write `export default defineConfig({ … })`',
  ],
  [
    { taxonomies: { tag: '' } },
    'Cannot use the config\'s "taxonomies.tag": it is empty',
    'It must not be empty',
  ],
  [
    { acme: { agreeTos: true, names: [] } },
    'Cannot use the config\'s "acme.names": it is empty',
    'It must hold at least one name',
  ],
  [
    { taxonomies: { w: 'publishDate' } },
    'Cannot use the config\'s "taxonomies.w": it is "publishDate"',
    'It must not be a front matter field that says something else',
  ],
  [
    { theme: '../content' },
    'Cannot use the config\'s "theme": it is "../content"',
    'It must be the name of a folder in themes/',
  ],
  [
    { theme: '..' },
    'Cannot use the config\'s "theme": it is ".."',
    'It must be the name of a folder in themes/',
  ],
  [
    { markdown: { remarkPlugins: ['remark-foo'] } },
    'Cannot use the config\'s "markdown.remarkPlugins.0": it is "remark-foo"',
    'It must be a plugin itself, which the config imports, or [plugin, options]',
  ],
  [
    { markdown: { rehypePlugins: [null] } },
    'Cannot use the config\'s "markdown.rehypePlugins.0": it is null',
    'It must be a plugin itself, which the config imports, or [plugin, options]',
  ],
  [
    { markdown: { rehypePlugins: {} } },
    'Cannot use the config\'s "markdown.rehypePlugins": it is an object, where a list is expected',
    'Write a list there',
  ],
]

test.each(oneMistake)('of %j it is told what is wrong and what to do', (config, message, hint) => {
  expect(told(config)).toEqual([[message, hint]])
})

test('what is missing is told at its owner', () => {
  const text = "export default {\n  acme: {\n    email: 'a@example.org' },\n}\n"
  expect(told({ acme: { email: 'a@example.org' } }, text)).toEqual([
    ['Cannot use the config\'s "acme.agreeTos": it is missing', 'Add `agreeTos` there', 2],
  ])
})

test('plugins may be functions, functions with options, and presets', () => {
  const plugin = () => {}
  const remarkPlugins = [plugin, [plugin, { a: 1 }], { plugins: [plugin] }, { settings: {} }]
  expect(told({ theme: 'my-theme.2', markdown: { remarkPlugins } })).toEqual([])
  expect(told({ markdown: { remarkPlugins: [{}, { plugins: ['x'] }, ['x']] } })).toHaveLength(3)
})
