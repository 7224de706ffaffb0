import type { ArticleView, Head, ImageView, SiteView } from 'inkseal/theme'

/** `<head>`: everything in it is computed by the build; this only prints it. */
export function DocumentHead({ site, head }: { readonly site: SiteView; readonly head: Head }) {
  const author = head.article ? head.article.author : site.author
  return (
    <head>
      <meta charset="utf-8" />
      <title>{head.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {head.description && <meta name="description" content={head.description} />}
      {author && <meta name="author" content={author} />}
      {head.robots && <meta name="robots" content={head.robots} />}
      <link rel="canonical" href={head.canonical} />
      {head.alternates.map(({ language, url }) => (
        <link key={language} rel="alternate" hreflang={language} href={url} />
      ))}
      {head.markdown && <link rel="alternate" type="text/markdown" href={head.markdown} />}
      {head.styles.map((url) => (
        <link key={url} rel="stylesheet" href={url} />
      ))}
      {/* async: from the cache it runs before the first paint, so that a remembered colour scheme does not flash. */}
      {head.scripts.map((url) => (
        <script key={url} type="module" async src={url} />
      ))}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {head.feeds.map(({ title, url, mediaType }) => (
        <link key={url} rel="alternate" type={mediaType} title={title} href={url} />
      ))}
      <meta property="og:type" content={head.type} />
      <meta property="og:site_name" content={site.title} />
      <meta property="og:title" content={head.ownTitle} />
      {head.description && <meta property="og:description" content={head.description} />}
      <meta property="og:url" content={head.canonical} />
      {/* Open Graph has no word for a language without its country. */}
      {head.locale.includes('_') && <meta property="og:locale" content={head.locale} />}
      {head.image && <SharedImage image={head.image} />}
      <meta name="twitter:card" content={head.image ? 'summary_large_image' : 'summary'} />
      {head.article && <ArticleFacts article={head.article} />}
      {head.data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: head.data }} />}
    </head>
  )
}

/** What a link to the page is shown with elsewhere. */
function SharedImage({ image }: { readonly image: ImageView }) {
  return (
    <>
      <meta property="og:image" content={image.url} />
      {image.width && <meta property="og:image:width" content={String(image.width)} />}
      {image.height && <meta property="og:image:height" content={String(image.height)} />}
      {image.alt && <meta property="og:image:alt" content={image.alt} />}
    </>
  )
}

function ArticleFacts({ article }: { readonly article: ArticleView }) {
  const { published, modified, section, tags } = article
  return (
    <>
      {published && <meta property="article:published_time" content={published.toISOString()} />}
      {modified && <meta property="article:modified_time" content={modified.toISOString()} />}
      {section && <meta property="article:section" content={section} />}
      {tags.map((tag) => (
        <meta key={tag} property="article:tag" content={tag} />
      ))}
    </>
  )
}
