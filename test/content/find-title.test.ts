import { expect, test } from 'vitest'
import { findTitle } from '../../src/content/find-title.ts'

test.each([
  ['# Hello\n', 'Hello', 1],
  ['\n\n  #\tHello ##\n', 'Hello', 3],
  ['Text\n\nThe Real Title\n======\n\nBody.', 'The Real Title', 3],
  ['Over two\r\nlines\r\n=\r\n', 'Over two lines', 1],
  [
    '# Use my_var_name & \\*x\\* ![i](x.png) <b>hi</b>, `code_x` and [a](/b) ~~c~~ &amp; *d*',
    'Use my_var_name & *x* i hi, code_x and a c & d',
    1,
  ],
  ['```\n# no\n```\n\n# Yes', 'Yes', 5],
  ['    # no\n\n<!--\n# no\n-->\n\n# Yes', 'Yes', 7],
  ['## Two\n\n# One', 'One', 3],
])('%j', (body, text, line) => {
  expect(findTitle(body)).toEqual({ text, line })
})

test.each([
  '',
  'Text',
  '## Two',
  '#tag',
  '> # quoted',
  '<h1>raw</h1>',
  '```\n# no\n```',
  '# ',
  '# ![](x.png)',
])('%j has none', (body) => {
  expect(findTitle(body)).toBeUndefined()
})
