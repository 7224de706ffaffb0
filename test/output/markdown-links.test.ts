import { expect, test } from 'vitest'
import { withAbsoluteLinks } from '../../src/output/markdown/markdown-links.ts'

const links = [{ kind: 'link', target: 'other.md', url: '/posts/other/', place: undefined }] as const

test.each([
  ['[a](/x)', '[a](https://example.org/x)'],
  [
    '[a](x "t (x)") and [/x](/x)',
    '[a](https://example.org/posts/a/x "t (x)") and [/x](https://example.org/x)',
  ],
  ['![p](p.png)', '![p](https://example.org/posts/a/p.png)'],
  ['[![p](p.png)](/x)', '[![p](https://example.org/posts/a/p.png)](https://example.org/x)'],
  ['[a](other.md)', '[a](https://example.org/posts/other/)'],
  ['[a][b]\n\n[b]: /x', '[a][b]\n\n[b]: https://example.org/x'],
  ['[a](#h)', '[a](https://example.org/posts/a/#h)'],
  ['`[a](/x)` https://other.org [m](mailto:a@b.c)', '`[a](/x)` https://other.org [m](mailto:a@b.c)'],
  ['*  odd\n\tlist', '*  odd\n\tlist'],
])('links lead to the site from anywhere, and the rest stays as it is: %s', async (body, expected) => {
  expect(await withAbsoluteLinks(body, { base: 'https://example.org/posts/a/', links })).toBe(expected)
})
