/**
 * Reads a glob as Hugo does in `target` and `src`: `*` and `?` stop at a slash, `**` does not, `{a,b}` is either,
 * `[a-z]` is one of. Case does not matter. Unlike in a shell, `/posts/**` does not hold `/posts` itself.
 */
export function createGlob(glob: string): (text: string) => boolean {
  const own = glob.toLowerCase()
  const pattern = compile(own)
  return (text) => (pattern ? pattern.test(text.toLowerCase()) : text.toLowerCase() === own)
}

function compile(glob: string): RegExp | undefined {
  try {
    return new RegExp(`^${translate(glob)}$`, 'su')
  } catch {
    // `[z-a]` is a class of nothing: such a glob stands for itself.
    return undefined
  }
}

function translate(glob: string): string {
  let depth = 0
  return glob
    .replaceAll(/\*\*|\[!?[^\]]+\]|\\.|[\s\S]/gu, (token) => {
      if (token === '**') return '.*'
      if (token === '*') return '[^/]*'
      if (token === '?') return '[^/]'
      if (token.startsWith('[') && token.length > 2) return classOf(token)
      if (token === '{') {
        depth++
        return '(?:'
      }
      if (depth > 0 && token === '}') {
        depth--
        return ')'
      }
      if (depth > 0 && token === ',') return '|'
      return literally(token.length === 2 && token.startsWith('\\') ? token.slice(1) : token)
    })
    .concat(')'.repeat(depth))
}

const classOf = (token: string) =>
  `[${token.startsWith('[!') ? '^' : ''}${token.slice(token.startsWith('[!') ? 2 : 1, -1).replaceAll(/[\\[\]^&|~]/g, '\\$&')}]`

const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
