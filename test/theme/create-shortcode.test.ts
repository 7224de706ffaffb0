import { expect, test } from 'vitest'
import type { ShortcodeCall } from '../../src/markdown/shortcodes/shortcode-call.ts'
import { createShortcode } from '../../src/theme/create-shortcode.ts'

const origin = { name: 'x', file: 'layouts/shortcodes/x.tsx', root: '/site' }

const component = (): string => ''

test.each([
  [{}, 'it has no default export'],
  [{ default: 1 }, 'its default export or its `markdown` is not a function'],
  [{ default: component, markdown: 'x' }, 'its default export or its `markdown` is not a function'],
  [{ default: component, inner: 'required' }, 'its `inner` is not true or false'],
])('a module of another kind is told: %j', (module, reason) => {
  expect(() => createShortcode(module, origin)).toThrow(
    expect.objectContaining({
      code: 'theme/invalid',
      message: `Cannot use the shortcode "x": ${reason}`,
      place: { path: 'layouts/shortcodes/x.tsx' },
    }),
  )
})

// What of the call these components read is nothing.
const call = { name: 'x' } as ShortcodeCall

test('what a component gives is escaped, and nothing is nothing', () => {
  expect(createShortcode({ default: () => '<b>&' }, origin).render?.(call)).toBe('&lt;b>&amp;')
  expect(createShortcode({ default: () => null }, origin).render?.(call)).toBe('')
})

test('a shortcode of Markdown alone has no component', () => {
  const shortcode = createShortcode({ markdown: ({ name }: ShortcodeCall) => `**${name}**` }, origin)
  expect(shortcode.render).toBeUndefined()
  expect(shortcode.markdown?.(call)).toBe('**x**')
})

test('what is thrown is told with the file', () => {
  const fail = () => {
    throw new Error('No.')
  }
  expect(() => createShortcode({ default: fail }, origin).render?.(call)).toThrow(
    expect.objectContaining({ message: 'No', where: expect.stringContaining('.ts') }),
  )
  expect(() => createShortcode({ markdown: () => 1 }, origin).markdown?.(call)).toThrow(
    '`markdown` gives something else than a string',
  )
})
