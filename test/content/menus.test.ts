import { expect, test } from 'vitest'
import type { MenuItem } from '../../src/content/site.ts'
import { loadContent, post } from './load-content.ts'

/** As `name url weight` with those below it indented. */
const show = (items: readonly MenuItem[] = [], indent = ''): readonly string[] =>
  items.flatMap(({ name, url, weight, children }) => [
    `${indent}${name} ${url} ${weight}`,
    ...show(children, `${indent}  `),
  ])

const content = {
  'content/posts/_index.md': post('title: Posts', 'weight: 7'),
  'content/posts/a.md': post('title: A', 'date: 2024-01-01'),
  'content/posts/b.md': post('title: B', 'date: 2024-01-01'),
  'content/posts/d.md': post('title: D', 'draft: true'),
  'content/about.md': post('title: About', 'linkTitle: Short'),
}

test('entries are in the order of weight and name, those with a parent below it, as in Hugo', async () => {
  const { site, warnings } = await loadContent(content, {
    sectionPagesMenu: 'main',
    menus: {
      main: [
        { name: 'Home', pageRef: '/', weight: 10 },
        { name: 'Sub of posts', pageRef: '/posts/a', parent: 'posts', weight: 5 },
        { pageRef: '/about' },
        { name: 'Fallback', pageRef: '/nope', url: '/fallback/' },
        { name: 'Out', url: 'https://e.org/x', pre: '<i>', title: 'tip', params: { rel: 'me' } },
        { name: 'Relative', url: 'rel/x', weight: -1 },
        { name: 'Holder' },
        { name: 'Child 2', parent: 'Holder', url: '/c2', weight: 2 },
        { name: 'child 1', parent: 'Holder', url: '/c1#top' },
      ],
    },
  })
  expect(show(site.menus.main)).toEqual([
    'Relative /rel/x -1',
    'Posts /posts/ 7',
    '  Sub of posts /posts/a/ 5',
    'Home / 10',
    'Fallback /fallback/ 0',
    'Holder  0',
    '  Child 2 /c2 2',
    '  child 1 /c1#top 0',
    'Out https://e.org/x 0',
    'Short /about/ 0',
  ])
  expect(site.menus.main?.find(({ name }) => name === 'Out')).toMatchObject({
    pre: '<i>',
    title: 'tip',
    params: { rel: 'me' },
  })
  expect(warnings).toEqual([])
})

test('what leads nowhere is told, and a parent that is not there holds its children all the same', async () => {
  const { site, warnings } = await loadContent(content, {
    menu: [
      { name: 'Missing', pageRef: '/nope', weight: 0 },
      { name: 'Draft', pageRef: '/posts/d.md' },
      { name: 'Orphan', url: '/o', parent: 'nobody' },
      { name: 'Ring', url: '/r', parent: 'Ring' },
    ],
  })
  expect(show(site.menus.main)).toEqual(['nobody  0', '  Orphan /o 0', 'Ring /r 0'])
  expect(warnings.map(({ message }) => message)).toEqual([
    'Cannot show "Missing" in the menu main: there is no page /nope',
    'Cannot show "Draft" in the menu main: of the page /posts/d.md, it is a draft',
    'Cannot find the parent of "Orphan" in the menu main: there is no entry "nobody", so it is one without an address',
  ])
})

test('a menu that languages share leads to the pages of each, and leaves out what one does not have', async () => {
  const french = { 'content/posts/a.fr.md': post('title: AF', 'date: 2024-01-01') }
  const { sites, warnings } = await loadContent(
    { ...content, ...french },
    {
      languages: { en: { weight: 1 }, fr: { weight: 2, title: 'TF' } },
      menu: [
        { name: 'A', pageRef: '/posts/a', weight: 0 },
        { name: 'B', pageRef: '/posts/b' },
        { name: 'R', url: 'r/' },
      ],
    },
  )
  expect(sites.map(({ menus }) => show(menus.main))).toEqual([
    ['A /posts/a/ 0', 'B /posts/b/ 0', 'R /r/ 0'],
    ['A /fr/posts/a/ 0', 'R /fr/r/ 0'],
  ])
  expect(warnings).toEqual([])
})

test('entries of a menu without any weight are in the order in which they are written', async () => {
  const { site } = await loadContent(content, {
    menu: [
      { name: 'Zoo', url: '/z' },
      { name: 'About', pageRef: '/about' },
    ],
  })
  expect(show(site.menus.main)).toEqual(['Zoo /z 1', 'About /about/ 2'])
})

test('a site without menus has none', async () => {
  expect((await loadContent(content)).site.menus).toEqual({})
})

test('pages add themselves, with their own title and weight where the menu says nothing else, as in Hugo', async () => {
  const { site, warnings } = await loadContent(
    {
      'content/fm1.md': post('title: FM one', 'menus: main', 'weight: 3'),
      'content/fm2.md': post('title: FM two', 'menu: [main, footer]'),
      'content/fm3.md': post(
        'title: FM3',
        ...['menus:', '  main:', '    parent: Holder', '    weight: 1', '    name: Three'],
        ...['  footer:', '    identifier: f3', '    pre: <b>', '    title: tip'],
      ),
      'content/fm4.md': post('title: FM4', 'linkTitle: L4', 'menus: {main: {}}', 'weight: 4'),
      'content/fm5.md': post('title: FM5', 'menus: {side: {parent: FM one}}'),
      'content/fmd.md': post('title: FD', 'menus: main', 'draft: true'),
      'content/twice.md': post('title: Holder', 'menus: main'),
    },
    {
      menu: [
        { name: 'Holder', weight: 0 },
        { name: 'Child', parent: 'Holder', url: '/c' },
      ],
    },
  )
  expect(Object.fromEntries(Object.entries(site.menus).map(([name, items]) => [name, show(items)]))).toEqual({
    main: ['FM one /fm1/ 3', 'L4 /fm4/ 4', 'FM two /fm2/ 0', 'Holder  0', '  Three /fm3/ 1', '  Child /c 0'],
    footer: ['FM two /fm2/ 0', 'FM3 /fm3/ 0'],
    side: ['FM one  0', '  FM5 /fm5/ 0'],
  })
  expect(site.menus.footer?.[1]).toMatchObject({ identifier: 'f3', pre: '<b>', title: 'tip' })
  expect(warnings.map(({ message, place }) => `${place?.path}:${place?.line} ${message}`)).toEqual([
    'content/twice.md:3 Cannot add the page to the menu main: it has an entry "Holder" already',
    'content/fm5.md:3 Cannot find the parent of "FM5" in the menu side: there is no entry "FM one", so it is one without an address',
  ])
})

test('an entry without a name has nobody below it', async () => {
  const { site } = await loadContent({
    'content/blank.md': post('title: A', 'menus: {main: {name: " ", identifier: ""}}'),
    'content/b.md': post('title: B', 'linkTitle: " "', 'menus: main'),
    'content/self.md': post('title: Self', 'menus: {main: {parent: Self}}'),
    'content/c.md': post('title: C', 'menus: {main: {parent: D}}'),
    'content/d.md': post('title: D', 'menus: {main: {parent: C}}'),
  })
  expect(show(site.menus.main).filter((line) => /[A-Z]/.test(line))).toEqual(
    expect.arrayContaining([expect.stringContaining('Self /self/')]),
  )
})
