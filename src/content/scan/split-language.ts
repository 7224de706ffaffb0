/** A path without the language that a file's name may name before its ending. */
export type LanguagePath = {
  /** `posts/a.md` */
  readonly path: string
  /** The code as the config writes it; undefined where the name names none of the given. */
  readonly language: string | undefined
}

/** Takes the language out of a file's name: `posts/a.fr.md` is `posts/a.md` in French. Case does not matter. */
export function splitLanguage(path: string, codes: readonly string[]): LanguagePath {
  // A name with one dot names no language.
  if (path.indexOf('.', path.lastIndexOf('/') + 1) === path.lastIndexOf('.') || codes.length === 0)
    return { path, language: undefined }
  const match = /^(.*[^/])\.([^./]+)(\.[^./]+)$/s.exec(path)
  const suffix = match?.[2]?.toLowerCase()
  const language = suffix === undefined ? undefined : codes.find((code) => code.toLowerCase() === suffix)
  return language === undefined ? { path, language } : { path: `${match?.[1]}${match?.[3]}`, language }
}
