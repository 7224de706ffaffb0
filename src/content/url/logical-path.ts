import { splitLanguage } from '../scan/split-language.ts'

/**
 * The path by which Hugo knows a page: lower-cased, spaces as hyphens, without ending and language. That of a bundle is
 * its folder's: `Posts/My Trip/index.fr.md` → `/posts/my-trip`; that of the home page is `/`.
 */
export const logicalPath = (id: string, languages: readonly string[]): string =>
  `/${splitLanguage(id, languages)
    .path.replace(/(^|\/)_?index\.[^/]+$/i, '')
    .replace(/\.[^/.]+$/, '')}`
    .toLowerCase()
    .replaceAll(' ', '-')
