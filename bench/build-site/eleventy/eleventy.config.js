// Eleventy with what makes it do the other tools' work: highlighting, contents lists, tags, pagination, feeds.
import { feedPlugin } from '@11ty/eleventy-plugin-rss'
import syntaxHighlight from '@11ty/eleventy-plugin-syntaxhighlight'
import contentsList from 'eleventy-plugin-toc'
import anchor from 'markdown-it-anchor'

const SIZE = 10

export default function (config) {
  config.addPlugin(syntaxHighlight)
  config.addPlugin(contentsList, { tags: ['h2', 'h3'] })
  config.amendLibrary('md', (markdown) => markdown.set({ html: true, typographer: true }).use(anchor))
  const metadata = { language: 'en', title: 'Bench', base: 'https://example.org/', author: { name: 'Bench' } }
  config.addPlugin(feedPlugin, {
    type: 'rss',
    outputPath: '/index.xml',
    collection: { name: 'newest', limit: 20 },
    metadata,
  })
  // Eleventy's own filters look for a post's neighbours in the whole list, each time anew.
  const neighbours = new Map()
  config.addCollection('newest', (api) => {
    const all = posts(api)
    for (const [index, { inputPath }] of all.entries())
      neighbours.set(inputPath, { previous: all[index - 1], next: all[index + 1] })
    return all
  })
  config.addFilter('neighbours', (inputPath) => neighbours.get(inputPath))
  // Pages of ten for every tag: Eleventy paginates one list, so the lists are cut here.
  config.addCollection('tagPages', (api) => {
    const byTag = new Map()
    for (const post of posts(api).toReversed()) {
      for (const tag of post.data.tags ?? []) byTag.set(tag, [...(byTag.get(tag) ?? []), post])
    }
    return [...byTag].flatMap(([tag, all]) => {
      const count = Math.ceil(all.length / SIZE)
      return Array.from({ length: count }, (_, index) => ({
        tag,
        number: index + 1,
        count,
        posts: all.slice(index * SIZE, (index + 1) * SIZE),
      }))
    })
  })
  config.addFilter('day', (date) => date.toISOString().slice(0, 10))
  return {
    dir: { input: 'content', includes: '../_includes', output: 'public' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  }
}

const posts = (api) => api.getFilteredByGlob('content/posts/*.md')
