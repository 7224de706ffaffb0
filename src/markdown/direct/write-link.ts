import type { Image, ImageReference, Link, LinkReference, Resource } from 'mdast'
import { placeOfLine } from '../../base/place-at.ts'
import { resolveAddress } from '../rehype-links.ts'
import type { PageLink } from '../rendered.ts'
import { escapeAttribute } from './escape-html.ts'
import { giveUp, type Sheet } from './sheet.ts'

export function writeLink(node: Link | LinkReference, sheet: Sheet): void {
  if (sheet.isOutline) {
    sheet.writeAll(node, sheet)
    return
  }
  const resource = resourceOf(node, sheet)
  if (sheet.isInLink) giveUp(sheet, 'a link in a link')
  if (!resource || sheet.isInLink) return
  sheet.isInLink = true
  const href = addressOf(node, resource, { sheet, kind: 'link' })
  sheet.html += '<a href="'
  if (href.startsWith('#')) {
    const start = sheet.html.length
    const summary = escapeAttribute(sheet.url + href)
    sheet.variants.push({ start, end: start + escapeAttribute(href).length, summary })
  }
  sheet.html += `${escapeAttribute(href)}"${titleOf(resource)}>`
  sheet.writeAll(node, sheet)
  sheet.html += '</a>'
  sheet.isInLink = false
}

export function writeImage(node: Image | ImageReference, sheet: Sheet): void {
  if (sheet.isOutline) return
  const resource = resourceOf(node, sheet)
  if (!resource) return
  const src = addressOf(node, resource, { sheet, kind: 'image' })
  const { alt } = node
  sheet.html += `<img src="${escapeAttribute(src)}"${attribute('alt', alt)}${titleOf(resource)}>`
  sheet.words += '\n'
}

/** The address that is written, as HTML has it. */
export const hrefOf = ({ url }: Resource): string => (PLAIN.test(url) ? url : encode(url))

/** What nothing is encoded in. */
const PLAIN = /^[!#$&-;=?-Z_a-z~]*$/

/** What is percent-encoded stays as it is (micromark-util-sanitize-uri). */
const encode = (url: string) =>
  url
    .toWellFormed()
    .replaceAll(/%[\dA-Za-z]{2}|[^!#$&-;=?-Z_a-z~]/gu, (part) =>
      part.length === 3 ? part : encodeURIComponent(part),
    )

/** Undefined where a reference leads nowhere, which no parser gives. */
export function resourceOf(
  node: Link | LinkReference | Image | ImageReference,
  sheet: Sheet,
): Resource | undefined {
  if ('url' in node) return node
  const definition = sheet.definitions.get(node.identifier.toUpperCase())
  if (!definition) giveUp(sheet, 'a reference without a definition')
  return definition
}

const titleOf = ({ title }: Resource) => attribute('title', title)

const attribute = (name: string, value: string | null | undefined) =>
  value === null || value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`

type Reference = { readonly sheet: Sheet; readonly kind: PageLink['kind'] }

/** Where the link leads, which is noted. */
function addressOf(
  { position }: Link | LinkReference | Image | ImageReference,
  resource: Resource,
  { sheet, kind }: Reference,
): string {
  const target = hrefOf(resource)
  const url = resolveAddress(target, sheet.resolve) ?? target
  const { path, text } = sheet.source
  const { line = 1, column = 1 } = position?.start ?? {}
  sheet.links.push({ kind, target, url, place: position && placeOfLine(path, text, { line, column }) })
  return url
}
