import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { pageOf } from './page-of.ts'

const create = (text: string) =>
  pageOf('posts/my-file.md', text, resolveConfig({}, { root: '/site', files: [] }))

test('a lone carriage return ends a line', () => {
  expect(create('---\rtitle: T\r---\rOne\r\rTwo\r\n')).toMatchObject({
    title: 'T',
    body: 'One\n\nTwo\r\n',
    bodyLine: 4,
  })
})

test('a title is the one of the front matter, else the first heading, else the name of the file', () => {
  expect(create('---\ntitle: T\n---\n# H')).toMatchObject({ title: 'T', titleLine: undefined })
  expect(create('---\ndraft: true\n---\n\nH\n=\n')).toMatchObject({ title: 'H', titleLine: 5 })
  expect(create('Text')).toMatchObject({ title: 'My file', titleLine: undefined })
})
