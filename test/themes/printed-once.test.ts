import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { printedOnce } from '../../themes/folio/components/printed-once.ts'

type Props = { readonly site: { readonly title: string }; readonly current: string }

/** A component that counts how often it is printed. */
function counted() {
  let count = 0
  const Header = printedOnce<Props>(
    ({ site, current }) => {
      count++
      return h('header', { title: `"${current}"` }, site.title)
    },
    { of: ({ site }) => site, by: ({ current }) => current },
  )
  return { print: (props: Props) => renderToString(h('body', null, h(Header, props))), count: () => count }
}

test('what is printed once stands everywhere as it would without', () => {
  const { print, count } = counted()
  const site = { title: 'Ink & <seal>' }
  const expected = '<body><header title="&quot;/a/&quot;">Ink &amp; &lt;seal></header></body>'
  expect(print({ site, current: '/a/' })).toBe(expected)
  expect(print({ site, current: '/a/' })).toBe(expected)
  expect(count()).toBe(1)
})

test('what it differs by, and what it belongs to, has markup of its own', () => {
  const { print, count } = counted()
  const site = { title: 'One' }
  expect(print({ site, current: '/a/' })).not.toBe(print({ site, current: '/b/' }))
  expect(print({ site: { title: 'Two' }, current: '/a/' })).toContain('Two')
  expect(print({ site, current: '/a/' })).toContain('One')
  expect(count()).toBe(3)
})
