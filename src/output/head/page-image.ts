import picomatch from 'picomatch'
import type { Page } from '../../content/page.ts'
import type { Resource, Site } from '../../content/site.ts'
import { mediaTypeOf } from '../../release/media-type.ts'
import type { ImageView } from '../../theme/props.ts'
import { absoluteUrl } from '../site-url.ts'

/** Names under which themes for Hugo look for a page's image, beside Hugo's own `images`. In the order they win. */
const PARAMS = ['images', 'cover', 'image', 'featured_image', 'featuredimage', 'feature_image', 'thumbnail']

/**
 * The image that the author has given a page: `images` in its front matter, a name that themes use, else a file of its
 * bundle that is called a feature, a cover or a thumbnail (Hugo's manual, "Open Graph").
 */
export function ownImageOf(page: Page, site: Site): ImageView | undefined {
  const resources = (site.resourcesOf.get(page.id) ?? []).filter(({ file }) => isImage(file))
  const named = PARAMS.map((name) => imageIn(page.matter.params[name])).find((image) => image !== undefined)
  if (named) return imageView(named, { page, site, resources })
  const found = findNamed(resources, '*feature*') ?? findNamed(resources, '{*cover*,*thumbnail*}')
  return found && { ...unsized, url: absoluteUrl(site, found.url), alt: undefined }
}

/** The image that stands for the whole site: the first of `params.images` in the config. */
export function siteImageOf(site: Site): ImageView | undefined {
  const image = imageIn(site.config.params.images)
  return image && imageView(image, { page: site.home, site, resources: [] })
}

const unsized = { width: undefined, height: undefined }

type Named = { readonly source: string; readonly alt: string | undefined }

/** A path or URL, a list of them, or a record as themes have it: `cover: { image: a.jpg, alt: … }`. */
function imageIn(value: unknown): Named | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { source: value, alt: undefined }
  if (Array.isArray(value)) return imageIn(value[0])
  if (typeof value !== 'object' || value === null) return undefined
  const record = new Map<string, unknown>(
    Object.entries(value).map(([key, value]) => [key.toLowerCase(), value]),
  )
  const inner = ['image', 'src', 'url', 'relative_path'].map((key) => imageIn(record.get(key))).find(Boolean)
  const alt = record.get('alt')
  return inner && { source: inner.source, alt: typeof alt === 'string' ? alt : undefined }
}

type ImageContext = { readonly page: Page; readonly site: Site; readonly resources: readonly Resource[] }

function imageView({ source, alt }: Named, { page, site, resources }: ImageContext): ImageView | undefined {
  const resource = resources.find(({ name }) => name === source.replace(/^\.\//, ''))
  if (resource) return { ...unsized, url: absoluteUrl(site, resource.url), alt }
  const base = absoluteUrl(site, page.url)
  return URL.canParse(source, base) ? { ...unsized, url: new URL(source, base).href, alt } : undefined
}

const isImage = (file: string) => mediaTypeOf(file).startsWith('image/')

function findNamed(resources: readonly Resource[], pattern: string): Resource | undefined {
  if (resources.length === 0) return undefined
  const matches = picomatch(pattern, { nocase: true })
  return resources.find(({ name }) => matches(name))
}
