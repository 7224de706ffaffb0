import { escapeHtml } from './escape-html.ts'
import type { FeedFormatter } from './feed-formatter.ts'
import { attribute, htmlElement, textElement } from './xml-text.ts'

/** Atom (RFC 4287). Its titles and summaries are HTML here. */
export const atom: FeedFormatter = {
  itemOf({ title, url, changed, published, summary, content, tags, author }) {
    const lines = [
      htmlElement('title', escapeHtml(title), HTML),
      textElement('id', url),
      `<link${attribute('href', url)}/>`,
      textElement('updated', changed.toISOString()),
      ...(summary ? [htmlElement('summary', escapeHtml(summary), HTML)] : []),
      ...(content ? [htmlElement('content', content, HTML)] : []),
      ...(author === undefined ? [] : [authorElement(author, '        ')]),
      ...tags.map((tag) => `<category${attribute('label', tag)}${attribute('term', tag)}/>`),
      textElement('published', published.toISOString()),
    ]
    return `    <entry>\n${lines.map((line) => `        ${line}\n`).join('')}    </entry>\n`
  },

  frameOf({ title, url, feedUrl, description, author, updated, copyright }) {
    const lines = [
      textElement('id', url),
      textElement('title', title),
      textElement('updated', updated.toISOString()),
      textElement('generator', 'Inkseal'),
      authorElement(author, '    '),
      `<link rel="alternate"${attribute('href', url)}/>`,
      `<link rel="self"${attribute('href', feedUrl)}/>`,
      textElement('subtitle', description),
      ...(copyright ? [textElement('rights', copyright)] : []),
    ]
    const before = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
${lines.map((line) => `    ${line}\n`).join('')}`
    return { before, after: '</feed>' }
  },
}

const HTML = ' type="html"'

const authorElement = (name: string, indent: string) =>
  `<author>\n${indent}    ${textElement('name', name)}\n${indent}</author>`
