import { expect, test } from 'vitest'
import { listTitle } from '../../src/content/lists/list-title.ts'

// What Hugo 0.169 called the sections of these names.

const usual = { style: 'ap', capitalizeLists: true, pluralizeLists: true } as const

test.each([
  ['post', 'Posts'],
  ['posts', 'Posts'],
  ['category', 'Categories'],
  ['essay', 'Essays'],
  ['box', 'Boxes'],
  ['bus', 'Buses'],
  ['class', 'Classes'],
  ['church', 'Churches'],
  ['dish', 'Dishes'],
  ['quiz', 'Quizzes'],
  ['photo', 'Photos'],
  ['hero', 'Heroes'],
  ['person', 'People'],
  ['woman', 'Women'],
  ['mouse', 'Mice'],
  ['leaf', 'Leaves'],
  ['life', 'Lives'],
  ['chief', 'Chiefs'],
  ['analysis', 'Analyses'],
  ['status', 'Statuses'],
  ['index', 'Indices'],
  ['data', 'Data'],
  ['news', 'News'],
  ['series', 'Series'],
  ['about', 'Abouts'],
  ['docs', 'Docs'],
  ['how-to-write', 'How-to-Writes'],
  ['the-art-of-war', 'The-Art-of-Wars'],
  ['my_section', 'My_sections'],
  ['APIs', 'APIs'],
  ['CamelCase', 'CamelCases'],
  ['what is it', 'What Is Its'],
  ['2015', '2015s'],
  ['v5.9', 'V5.9s'],
  ['case-study', 'Case-Studies'],
  ['ünï', 'Ünïs'],
  ['x-y-z', 'X-Y-Zs'],
  // Hugo writes "Videoes" and "Infoes".
  ['video', 'Videos'],
  ['info', 'Infos'],
])('%s → %s', (name, title) => {
  expect(listTitle(name, usual)).toBe(title)
})

test.each([
  ['with-or-without-you', 'ap', 'With-or-Without-You'],
  ['with-or-without-you', 'chicago', 'With-or-without-You'],
  ['with-or-without-you', 'go', 'With-Or-Without-You'],
  ['with-or-without-you', 'firstupper', 'With-or-without-you'],
  ['with-or-without-you', 'none', 'with-or-without-you'],
  ['a.b', 'go', 'A.B'],
  ['to', 'ap', 'To'],
] as const)('%s in the style %s is %s', (name, style, title) => {
  expect(listTitle(name, { ...usual, style, pluralizeLists: false })).toBe(title)
})

test('lists may keep the name of their folder', () => {
  expect(listTitle('post', { ...usual, capitalizeLists: false })).toBe('posts')
  expect(listTitle('post', { ...usual, capitalizeLists: false, pluralizeLists: false })).toBe('post')
})
