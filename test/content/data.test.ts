import { expect, test } from 'vitest'
import { loadContent } from './load-content.ts'

test('files of data/ stand under the names of their folders, as in Hugo', async () => {
  const { site, warnings } = await loadContent({
    'data/sub/Ada.yaml': 'name: Ada\nborn: 1815-12-10\nTags: [a, b]\n',
    'data/sub/deep/t.toml': 'x = 1\nd = 2024-01-02\n',
    'data/sub.yaml': 'k: 2\ndeep: 1\n',
    'data/j.json': '\uFEFF{"a": [1, 2], "both": "json"}',
    'data/j.yaml': 'two: 1\nboth: yaml\n',
    'data/list.yml': '- q\n- r\n',
    'data/a.b.json': '{"z": 1}',
    'data/c.csv': 'a,b\r\n1,"x, ""y"""\r\n',
    'data/one.csv': 'a\nb\n',
    'data/.hidden.yaml': 'x: [',
    'data/__proto__.yaml': 'polluted: true\n',
  })
  expect(site.data.sub).toEqual({
    Ada: { name: 'Ada', born: '1815-12-10', Tags: ['a', 'b'] },
    deep: 1,
    k: 2,
  })
  expect(site.data.j).toEqual({ a: [1, 2], both: 'json', two: 1 })
  expect(site.data.list).toEqual(['q', 'r'])
  expect(site.data['a.b']).toEqual({ z: 1 })
  expect(site.data.c).toEqual([
    ['a', 'b'],
    ['1', 'x, "y"'],
  ])
  expect(site.data.one).toEqual([['a'], ['b']])
  expect(site.data.polluted).toBeUndefined()
  expect(warnings).toEqual([])
})

test('a date of TOML is what its author wrote', async () => {
  const { site } = await loadContent({ 'data/t.toml': 'd = 2024-01-02\nt = 2024-01-02T03:04:05Z\n' })
  expect(site.data.t).toEqual({ d: '2024-01-02', t: '2024-01-02T03:04:05.000Z' })
})

test('mistakes in data and strings are told together, each with its place', async () => {
  const loading = loadContent({
    'data/a.yaml': 'x: 1\ny: [1\nz: 2\n',
    'data/b.toml': 'x = 1\ny = \n',
    'data/c.json': '{\n  "x": 1,\n}',
    'data/d.csv': 'a,b\n1,"open\n',
    'i18n/en.toml': '[x]\nother = "\n',
  })
  await expect(loading).rejects.toMatchObject({
    diagnostics: [
      { code: 'content/data', place: { path: 'data/a.yaml', line: 3 } },
      { code: 'content/data', place: { path: 'data/b.toml', line: 2, text: 'y = ' } },
      { code: 'content/data', place: { path: 'data/c.json', line: 3, column: 1 } },
      { code: 'content/data', place: { path: 'data/d.csv', line: 2 } },
      { code: 'content/data', place: { path: 'i18n/en.toml', line: 2 } },
    ],
  })
})

test('a file of another kind is told and passed over', async () => {
  const { site, warnings } = await loadContent({ 'data/x.xml': '<a/>', 'data/y.yaml': 'a: 1' })
  expect(site.data).toEqual({ y: { a: 1 } })
  expect(warnings).toMatchObject([{ code: 'content/data', place: { path: 'data/x.xml' } }])
})
