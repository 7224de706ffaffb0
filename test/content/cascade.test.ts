import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/config/resolve-config.ts'
import { pagesOf } from './page-of.ts'

// What Hugo 0.169 gave for the same content.

const content = {
  '_index.md': `---
title: H
cascade:
  params:
    top: home
    over: home
    deep: {x: 1, y: {z: 1}}
  color: red
---
`,
  'posts/_index.md': `---
title: P
cascade:
- target: {path: "/posts/sp*"}
  params: {sp: 1}
  layout: special
- target: {kind: page}
  params: {pg: "yes", deep: {y: {w: 2}, q: 1}}
- target: {kind: "{section,home}"}
  params: {sec: 1}
- params: {all: 1, over: posts}
  description: CD
- params: {all: 2}
- target: {lang: fr}
  params: {fr: 1}
- target: {environment: development}
  params: {dev: 1}
- target: {environment: "prod*"}
  params: {prod: 1}
---
`,
  'posts/Special.md': '---\ntitle: S\nparams:\n  deep: {x: 5}\n  top: own\n---\n',
  'posts/plain.md': '---\ntitle: N\ncolor: blue\ntop: direct\n---\n',
  'posts/sub/_index.md': '---\ncascade:\n  params:\n    over: sub\n    all: 3\n---\n',
  'posts/sub/bun/index.md': '---\ntitle: BUN\n---\n',
  'w/_index.md': '---\ncascade:\n  draft: true\n---\n',
  'w/a.md': '',
  'w/b.md': '---\ndraft: false\n---\n',
}

const cascade = [{ target: { path: '/Posts/**' }, params: { Cfg: 1, over: 'cfg', top: 'cfg' } }]

const pages = pagesOf(content, resolveConfig({ cascade }, { root: '/site', files: [] }))

const matterOf = (id: string) => pages.find((page) => page.id === id)?.matter

test.each([
  ['_index.md', { color: 'red', deep: { x: 1, y: { z: 1 } }, over: 'home', top: 'home' }],
  [
    'posts/_index.md',
    { all: 1, color: 'red', deep: { x: 1, y: { z: 1 } }, over: 'posts', prod: 1, sec: 1, top: 'home' },
  ],
  [
    'posts/Special.md',
    { all: 1, cfg: 1, color: 'red', deep: { x: 5 }, over: 'posts', pg: 'yes', prod: 1, sp: 1, top: 'own' },
  ],
  [
    'posts/plain.md',
    {
      all: 1,
      cfg: 1,
      color: 'blue',
      deep: { q: 1, y: { w: 2 } },
      over: 'posts',
      pg: 'yes',
      prod: 1,
      top: 'direct',
    },
  ],
  [
    'posts/sub/_index.md',
    { all: 3, cfg: 1, color: 'red', deep: { x: 1, y: { z: 1 } }, over: 'sub', prod: 1, sec: 1, top: 'home' },
  ],
  [
    'posts/sub/bun/index.md',
    {
      all: 3,
      cfg: 1,
      color: 'red',
      deep: { q: 1, y: { w: 2 } },
      over: 'sub',
      pg: 'yes',
      prod: 1,
      top: 'home',
    },
  ],
])('%s inherits its params one by one, from the nearest that has them', (id, params) => {
  expect(matterOf(id)?.params).toEqual(params)
})

test('fields are inherited as well, by the branch that writes them too', () => {
  expect(matterOf('posts/Special.md')?.layout).toBe('special')
  expect(matterOf('posts/plain.md')).toMatchObject({ layout: undefined, description: 'CD' })
  expect(['w/_index.md', 'w/a.md', 'w/b.md'].map((id) => matterOf(id)?.draft)).toEqual([true, true, false])
})

test('what is wrong in a cascade is told once, where it stands', () => {
  const wrong = {
    'a/_index.md': '---\ntitle: A\ncascade:\n  weight: heavy\n---\n',
    'a/x.md': '',
    'a/y.md': '',
  }
  const diagnose = () => pagesOf(wrong, resolveConfig({}, { root: '/site', files: [] }))
  expect(diagnose).toThrow(
    expect.objectContaining({
      diagnostics: [
        expect.objectContaining({
          code: 'matter/invalid-type',
          message: 'Cannot read weight "heavy": it is not a number',
          place: expect.objectContaining({ path: 'content/a/_index.md', line: 3 }),
        }),
      ],
    }),
  )
})
