import { encodePath } from '../../base/encode-path.ts'
import { nearest } from '../../base/nearest.ts'
import type { Page } from '../../content/page.ts'
import type { Site } from '../../content/site.ts'
import type { ResolvedRef } from './environment.ts'
import type { RefOptions } from './shortcode-call.ts'

type RefContext = { readonly page: Page; readonly site: Site }

/**
 * The URL of the page that a path means, from the root (`/posts/a`) or seen from the page, with or without `.md`;
 * what follows `#` stays (Hugo's manual, "Ref shortcode").
 */
export function resolveRef(ref: string, options: RefOptions, { page, site }: RefContext): ResolvedRef {
  const [, address = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(ref) ?? []
  const fragment = hash.replaceAll(/[\s"<>]/g, encodeURIComponent)
  if (address === '' && fragment !== '') return { url: fragment, absoluteUrl: fragment }
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) {
    return {
      reason: `"${ref}" is an address elsewhere`,
      hint: 'Write the address itself, without a shortcode',
    }
  }
  const { lang, outputFormat = 'html' } = options
  const codes = site.config.languages.map(({ code }) => code)
  if (lang !== undefined && !codes.includes(lang)) {
    return { reason: `the site has no language "${lang}"`, hint: `It has ${codes.join(', ')}` }
  }
  const found = site.findPage(address, page, lang)
  if (!found) {
    // The page's own mistakes are told; where it will be, nobody knows.
    if (site.isUnread(address)) return { url: address, absoluteUrl: address }
    const hidden = site.findHidden(address, page, lang)
    return hidden ? notShown(hidden) : (ambiguous(address, site) ?? missing(address, site))
  }
  const url = urlOf(found, outputFormat.toLowerCase(), site)
  if (url === undefined) {
    const formats = site.config.outputs[found.kind].join(', ')
    return {
      reason: `"${address}" is not published as "${outputFormat}"`,
      hint: `It is published as ${formats}`,
    }
  }
  const encoded = encodePath(url) + fragment
  return { url: encoded, absoluteUrl: site.config.site.url + encoded }
}

function urlOf(page: Page, format: string, { config }: Site): string | undefined {
  if (format === 'html') return page.url
  const outputs: readonly string[] = [...config.outputs[page.kind], ...page.matter.outputs]
  if (!outputs.includes(format)) return undefined
  const folder = page.url.replace(/[^/]*$/, '')
  if (format === 'rss' || format === 'atom' || format === 'json') return folder + config.feeds.names[format]
  return `${folder}index.md`
}

const states = {
  draft: 'is a draft',
  future: 'is to be published later',
  expired: 'has expired',
  published: 'is left out',
}

const notShown = ({ source, path, state }: Page): ResolvedRef => ({
  reason: `${source?.path ?? path} ${states[state]}`,
  hint: 'Publish that page first, or take the link out until then',
})

/** A lone name may be that of several pages. */
function ambiguous(address: string, site: Site): ResolvedRef | undefined {
  const paths = address.includes('/') ? [] : site.pagesNamed(address).map(({ path }) => `"${path}"`)
  if (paths.length < 2) return undefined
  return {
    reason: `"${address}" may be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(paths)}`,
    hint: `Write the path of the one that is meant: ${paths[0]}`,
  }
}

/** Names the page that is most like it: of its path, or else of the last part of it. */
function missing(address: string, { pages }: Site): ResolvedRef {
  const wanted = address
    .replace(/^\.?\/+/, '')
    .replace(/(?:\/_?index)?\.[a-z]+$/i, '')
    .replace(/\/$/, '')
  const paths = pages.map(({ path }) => path.slice(1)).filter((path) => path !== '')
  const names = new Map(paths.map((path) => [lastPart(path), path]))
  const meant = nearest(wanted, paths) ?? names.get(nearest(lastPart(wanted), [...names.keys()]) ?? '')
  return {
    reason: `there is no page "${address}"`,
    hint:
      meant === undefined
        ? 'Give the path of a page below content/, such as "/posts/hello"'
        : `Did you mean "/${meant}"?`,
  }
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1)
