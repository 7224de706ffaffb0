import { expect, test } from 'vitest'
import { siteOf } from '../output/site-of.ts'

// What Hugo 0.169 gave for the same content.

const placed = (content: Record<string, string>, user = {}) =>
  siteOf(content, user).resources.map(({ path, url, name }) => [path, url, name])

test('a file belongs to the nearest page with a folder, and keeps its name and the folders between', () => {
  expect(
    placed({
      'posts/deep/Nested Dir/p.md': '',
      'posts/deep/Nested Dir/img A.PNG': '',
      'Sec Two/a.md': '',
      'Sec Two/File B.PDF': '',
      'Bundle One/index.md': '---\nslug: Other\n---\n',
      'Bundle One/Sub D/y Z.txt': '',
      'sect/_index.md': '',
      'sect/img.png': '',
      'empty/X y.png': '',
      'x.txt': '',
    }),
  ).toEqual([
    ['Bundle One/Sub D/y Z.txt', '/other/Sub D/y Z.txt', 'Sub D/y Z.txt'],
    ['Sec Two/File B.PDF', '/sec-two/File B.PDF', 'File B.PDF'],
    ['empty/X y.png', '/empty/X y.png', 'empty/X y.png'],
    ['posts/deep/Nested Dir/img A.PNG', '/posts/deep/Nested Dir/img A.PNG', 'deep/Nested Dir/img A.PNG'],
    ['sect/img.png', '/sect/img.png', 'img.png'],
    ['x.txt', '/x.txt', 'x.txt'],
  ])
})

test('files go where their page goes', () => {
  const bundle = (matter: string) => ({
    'b/l/index.md': `---\n${matter}\n---\n`,
    'b/l/I.png': '',
    'b/s.png': '',
  })
  const urls = (content: Record<string, string>, user = {}) => placed(content, user).map(([, url]) => url)
  expect(urls(bundle('url: /leafurl/X'))).toEqual(['/leafurl/X/I.png', '/b/s.png'])
  expect(urls(bundle('url: /leafurl/X.html'))).toEqual(['/leafurl/X/I.png', '/b/s.png'])
  expect(urls(bundle('title: T'), { urls: { ugly: true } })).toEqual(['/b/l/I.png', '/b/s.png'])
  expect(
    urls(bundle('title: T\ndate: 2021-05-06'), { urls: { permalinks: { b: '/:year/:title/' } } }),
  ).toEqual(['/2021/t/I.png', '/b/s.png'])
  expect(urls({ ...bundle('title: T'), 'b/_index.md': '---\nslug: S\n---\n' })).toEqual([
    '/s/l/I.png',
    '/s/s.png',
  ])
})

test('names, titles and params come from the first glob that has them, and counters count for each', () => {
  const { resources } = siteOf({
    'posts/b/index.md': `---
resources:
- src: "images/*.JPG"
  title: "Photo :counter"
  name: "pic-:counter"
  params: {a: 1, Big: X}
- src: "**.jpg"
  title: "Deep :counter"
- src: doc.pdf
  name: the-doc
- src: "*"
  params: {z: 9}
---
`,
    'posts/b/images/A.jpg': '',
    'posts/b/images/b.JPG': '',
    'posts/b/images/deep/c.jpg': '',
    'posts/b/doc.pdf': '',
    'posts/b/inner/index.md': '',
    'posts/b/inner/z.txt': '',
  })
  expect(resources.map(({ name, title, params, url }) => [name, title, params, url])).toEqual([
    ['the-doc', 'doc.pdf', { z: 9 }, '/posts/b/doc.pdf'],
    ['pic-1', 'Photo 1', { a: 1, big: 'X' }, '/posts/b/images/A.jpg'],
    ['pic-2', 'Photo 2', { a: 1, big: 'X' }, '/posts/b/images/b.JPG'],
    ['images/deep/c.jpg', 'Deep 1', {}, '/posts/b/images/deep/c.jpg'],
    ['inner/z.txt', 'inner/z.txt', {}, '/posts/b/inner/z.txt'],
  ])
})

test('files of pages that are not rendered are published, those that their page keeps back are not', () => {
  const { resources, resourceUrls } = siteOf({
    'headless/index.md': '---\nheadless: true\n---\n',
    'headless/x.png': '',
    'never/index.md': '---\nbuild: {render: never}\n---\n',
    'never/x.png': '',
    'back/index.md': '---\nbuild: {publishResources: false}\n---\n',
    'back/x.png': '',
  })
  expect(resources.map(({ url, published }) => [url, published])).toEqual([
    ['/back/x.png', false],
    ['/headless/x.png', true],
    ['/never/x.png', true],
  ])
  expect([...resourceUrls.keys()]).toEqual(['headless/x.png', 'never/x.png'])
})
