import { readFileSync } from 'node:fs'
import path from 'node:path'
import { digestOf } from '../../base/digest-of.ts'
import { onceAsked, onceEach } from '../../base/once.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import { createNameResolver } from '../create-name-resolver.ts'
import { resolveLink } from '../resolve-link.ts'
import type { ResolvedRef } from '../shortcodes/environment.ts'
import { resolveRef } from '../shortcodes/resolve-ref.ts'
import type { RefOptions } from '../shortcodes/shortcode-call.ts'
import { viewPage } from '../shortcodes/view-page.ts'
import { decode, encode } from './encode.ts'
import type { Inquiry, Witness } from './inquiry.ts'

export type Questions = {
  /** What a page may ask, and who is told of it. */
  readonly inquire: (page: Page, witness?: Witness) => Inquiry
  /** What the answer to a noted question is now. */
  readonly answer: (page: Page, question: string) => string
}

/**
 * The questions that a body may hang on. A question is a word, a blank and what is asked for; an answer is the value
 * itself where that is short, else a digest of it.
 */
export function createQuestions(site: Site): Questions {
  const resolveName = createNameResolver(site)
  const viewOf = onceEach(viewPage)
  const pages = onceAsked(() => site.pages.filter(({ kind }) => kind === 'page').map(viewOf))
  const found = (page: Page, wanted: string) => {
    const other = site.findPage(wanted, page)
    return other && viewOf(other)
  }
  const digestOfPages = onceAsked(() => digestOf(encode(pages())))
  const digestOfData = onceAsked(() => digestOf(encode(site.data)))
  const digestOfFile = onceEach((file: string) => digestOfDisk(path.resolve(site.config.root, file)))

  const answers: Readonly<Record<string, (page: Page, what: string) => string>> = {
    link: (page, what) => resolveLink(what, page, site) ?? '',
    name: (page, what) => resolveName(what, page) ?? '',
    ref: (page, what) => {
      const [wanted, options] = decode<readonly [string, RefOptions]>(what)
      return encode(resolveRef(wanted, options, { page, site }))
    },
    page: (page, what) => {
      const view = found(page, what)
      return view ? digestOf(encode(view)) : ''
    },
    pages: digestOfPages,
    title: () => site.title,
    data: digestOfData,
    text: (_page, what) => {
      const [key, context] = decode<readonly [string, unknown]>(what)
      return site.translate(key, context) ?? key
    },
    file: (_page, what) => digestOfFile(what),
  }
  const answer = (page: Page, question: string): string => {
    const end = question.indexOf(' ')
    const word = question.slice(0, end)
    return answers[word]?.(page, question.slice(end + 1)) ?? `there is no question ${word}`
  }
  return {
    answer,
    inquire(page, { note, again } = nobody) {
      const ask = (word: string, what = '') => {
        const question = `${word} ${what}`
        const given = answer(page, question)
        note(question, given)
        return given
      }
      return {
        link: (what) => ask('link', what) || undefined,
        name: (what) => ask('name', what) || undefined,
        ref: (...what) => decode<ResolvedRef>(ask('ref', encode(what))),
        page(what) {
          ask('page', what)
          return found(page, what)
        },
        pages() {
          ask('pages')
          return pages()
        },
        title: () => ask('title'),
        data() {
          ask('data')
          return site.data
        },
        text: (...what) => ask('text', encode(what)),
        file: (what) => {
          ask('file', what)
        },
        again,
      }
    },
  }
}

const nobody: Witness = { note: () => {}, again: () => {} }

/** Of what lies there; empty where it cannot be read. */
function digestOfDisk(file: string): string {
  try {
    return digestOf(readFileSync(file))
  } catch {
    return ''
  }
}
