import path from 'node:path'
import type { Diagnostic, Place } from '../../base/diagnostic.ts'
import type { Config, MenuEntry } from '../../config/config.ts'
import type { MatterMenu } from '../matter/front-matter.ts'
import { matterTextOf } from '../matter/matter-text.ts'
import { placeOfKey } from '../matter/place-of-key.ts'
import type { Page } from '../page.ts'
import type { MenuItem } from '../site.ts'

export type MenuContext = {
  readonly find: (ref: string) => Page | undefined
  /** Says what became of a page that is not to be found, such as `it is a draft`; undefined where there is none. */
  readonly explain: (ref: string) => string | undefined
  /** Whether another language has the page. */
  readonly isElsewhere: (ref: string) => boolean
}

/** An entry before it has its place in the tree. */
export type Item = Omit<MenuItem, 'children'> & { readonly parent: string | undefined; readonly place: Place }

/** As others name it for their parent. */
export const keyOf = ({ identifier, name }: Pick<Item, 'identifier' | 'name'>) => identifier || name

export type EntryContext = { readonly menu: string; readonly config: Config; readonly context: MenuContext }

/** Undefined for one that this language leaves out. */
export function itemOfConfig(
  entry: MenuEntry,
  { menu, config, context }: EntryContext,
): Item | Diagnostic | undefined {
  const { pageRef, url, identifier, title, parent, weight, pre, post, params } = entry
  const place = { path: fileOf(config) }
  const page = pageRef === undefined ? undefined : context.find(pageRef.replace(/#.*$/, ''))
  const linked = page?.matter.build.render === 'never' ? undefined : page
  if (pageRef !== undefined && !linked && url === undefined) {
    // A menu that several languages share may hold pages that are not in all of them.
    if (context.isElsewhere(pageRef)) return undefined
    return notThere(entry, {
      menu,
      place,
      reason: page ? 'it has no address (`render: never`)' : context.explain(pageRef),
    })
  }
  const address = linked ? linked.url + (/#.*$/.exec(pageRef ?? '')?.[0] ?? '') : rooted(url ?? '', config)
  const name = entry.name || (page ? nameOf(page) : '')
  return { identifier, name, title, url: address, weight, page: linked, pre, post, params, parent, place }
}

/** An address without a host is one on the site; Hugo leaves that to every theme. */
const rooted = (url: string, { language }: Config) =>
  url === '' || /^([a-z][a-z\d+.-]*:|[/#?])/i.test(url)
    ? url
    : `${language.prefix}/${url.replace(/^\.\//, '')}`

const fileOf = ({ files, root }: Config) =>
  files[0] === undefined ? 'inkseal.config.ts' : path.relative(root, files[0]).replaceAll(path.sep, '/')

export function itemOfSection(page: Page): Item {
  return {
    identifier: page.section,
    name: nameOf(page),
    title: undefined,
    url: page.url,
    weight: page.matter.weight,
    page,
    pre: undefined,
    post: undefined,
    params: {},
    parent: undefined,
    place: { path: page.source?.path ?? `content/${page.section}` },
  }
}

export function itemOfPage(page: Page, own: MatterMenu): Item {
  return {
    identifier: own.identifier ?? '',
    name: own.name ?? nameOf(page),
    title: own.title,
    url: page.matter.build.render === 'never' ? '' : page.url,
    weight: own.weight ?? page.matter.weight,
    page,
    pre: own.pre,
    post: own.post,
    params: own.params,
    parent: own.parent,
    place: placeOfMenus(page),
  }
}

function placeOfMenus({ source, id }: Page): Place {
  if (!source) return { path: `content/${id}` }
  const file = matterTextOf(source)
  return placeOfKey(file, /^["']?menus\b/im.test(file.split.matter) ? 'menus' : 'menu')
}

const nameOf = ({ matter, title }: Page) => matter.linkTitle ?? title

type Missing = { readonly menu: string; readonly place: Place; readonly reason: string | undefined }

function notThere({ name, pageRef }: MenuEntry, { menu, place, reason }: Missing): Diagnostic {
  return {
    code: 'content/menu',
    severity: 'warning',
    message: `Cannot show ${name ? `"${name}"` : 'an entry'} in the menu ${menu}: ${
      reason ? `of the page ${pageRef}, ${reason}` : `there is no page ${pageRef}`
    }`,
    hint: 'Correct its `pageRef`, or give it a `url` for when the page is not there',
    place,
  }
}
