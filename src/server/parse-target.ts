/** A request target, taken apart. `path` is decoded and in Unicode's composed form; `rawPath` is as it came. */
export type Target = {
  readonly path: string
  readonly rawPath: string
  /** With its `?`, or empty. */
  readonly query: string
}

/**
 * Takes a request target apart, in origin form or absolute form (RFC 9112 §3.2). The host of the absolute form is
 * dropped. Undefined means 400: broken or overlong encoding, NUL, a fragment, or another form.
 */
export function parseTarget(target: string): Target | undefined {
  const local = target.startsWith('/') ? target : withoutAuthority(target)
  if (local === undefined || local.includes('#')) return undefined
  const mark = local.indexOf('?')
  const rawPath = mark === -1 ? local : local.slice(0, mark)
  const query = mark === -1 ? '' : local.slice(mark)
  if (!rawPath.includes('%')) return rawPath.includes('\0') ? undefined : { path: rawPath, rawPath, query }
  try {
    // An encoded slash is not a separator (RFC 3986 §2.2): kept encoded, it fits no route.
    const path = decodeURIComponent(rawPath.replaceAll(/%2f/gi, '%252F')).normalize()
    return path.includes('\0') ? undefined : { path, rawPath, query }
  } catch {
    return undefined
  }
}

function withoutAuthority(target: string): string | undefined {
  const rest = /^https?:\/\/[^/?#]*(.*)$/i.exec(target)?.[1]
  return rest === undefined || rest.startsWith('/') ? rest : `/${rest}`
}
