import type { Edit } from '../edit.ts'
import type { Random } from '../random.ts'

const theme = 'themes/paper'

/** The theme, the site's own layouts and its shortcodes. */
export const themeEdits: readonly Edit[] = [
  replacing(
    'a layout',
    `${theme}/layouts/page.tsx`,
    /<Seal \/>|<b>.*<\/b>/,
    (random) => `<b>${random.words(1)}</b>`,
  ),
  replacing(
    'a component',
    `${theme}/components/site-footer.tsx`,
    /<p>.*\{site.copyright/,
    (random) => `<p>${random.words(1)} {site.copyright`,
  ),
  replacing(
    'a word',
    `${theme}/components/words.ts`,
    /related: '.*'/,
    (random) => `related: '${random.words(2)}'`,
  ),
  replacing('a style', `${theme}/styles/base.css`, /^/, (random) => `.${random.words(1)} { margin: 0 }\n`),
  replacing('a script', `${theme}/scripts/main.ts`, /$/, (random) => `\nconsole.log('${random.words(1)}')\n`),
  replacing('an override', 'layouts/wide.tsx', /<main>.*/, (random) => `<main> ${random.words(1)}`),
  replacing('a shortcode', 'layouts/shortcodes/census.tsx', /<i>\w*/, (random) => `<i>${random.words(1)}`),
  replacing(
    'a shortcode',
    'layouts/shortcodes/note.tsx',
    /<aside>\w*/,
    (random) => `<aside>${random.words(1)}`,
  ),
  {
    name: 'theme: a layout of the site goes before the theme’s, or no more',
    apply(site, random) {
      const file = random.pick(['layouts/terms.tsx', 'layouts/list.tsx'])
      if (site.has(file)) {
        site.remove(file)
        return `${file} is gone`
      }
      const text = site.read(`${theme}/${file}`)
      site.write(file, text.replaceAll("'../components/", "'../themes/paper/components/"))
      return file
    },
  },
  {
    name: 'theme: a file that is published as it is',
    apply(site, random) {
      site.write(`${theme}/static/theme.txt`, random.words(3))
      return 'theme.txt'
    },
  },
]

function replacing(what: string, file: string, from: RegExp, to: (random: Random) => string): Edit {
  return {
    name: `theme: ${what}`,
    apply(site, random) {
      const text = site.read(file)
      site.write(
        file,
        text.replace(from, () => to(random)),
      )
      return file
    },
  }
}
