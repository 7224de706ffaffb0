import type { TitleConfig } from '../../config/config.ts'

/** Writes a title as a style has it (Hugo's manual, "titleCaseStyle"; measured with Hugo 0.169). */
export function titleCase(text: string, style: TitleConfig['style']): string {
  if (style === 'none') return text
  if (style === 'firstupper') return upperFirst(text)
  if (style === 'go') return text.replaceAll(/(?<![\p{L}\p{N}_'])\p{L}/gu, (letter) => letter.toUpperCase())
  const small = style === 'chicago' ? new Set([...smallWords, ...prepositions]) : new Set(smallWords)
  return text.replaceAll(/[\p{N}\p{L}]+[^\s/-]*/gu, (word, start: number) => {
    const end = start + word.length
    const isBounding = start === 0 || end === text.length
    const follows = /[ /-]/.test(text[start - 1] ?? '') && !/[:-]/.test(text[start - 2] ?? '')
    const isHyphened = text[end] === '-' && text[start - 1] !== '-'
    return !isBounding && follows && !isHyphened && small.has(word.toLowerCase())
      ? word.toLowerCase()
      : upperFirst(word)
  })
}

const upperFirst = (text: string) => text.replace(/^./u, (letter) => letter.toUpperCase())

const smallWords = 'a an and as at but by en for if in nor of on or per the to vs vs. via v v.'.split(' ')

const prepositions = [
  ...['about', 'above', 'across', 'after', 'against', 'along', 'among', 'around', 'before', 'between'],
  ...['beyond', 'concerning', 'despite', 'down', 'during', 'following', 'from', 'including', 'into', 'near'],
  ...[
    'over',
    'since',
    'through',
    'throughout',
    'towards',
    'under',
    'until',
    'upon',
    'with',
    'within',
    'without',
  ],
]
