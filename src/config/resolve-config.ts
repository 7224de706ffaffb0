import path from 'node:path'
import { domainToASCII } from 'node:url'
import type { AcmeConfig, Config } from './config.ts'
import type { UserConfig } from './user-config.ts'

/** Fills every default in. */
export function resolveConfig(
  user: UserConfig,
  { root, files }: { readonly root: string; readonly files: readonly string[] },
): Config {
  const url = new URL(user.site?.url ?? 'https://localhost:8443')
  const acme = user.acme && resolveAcme(user.acme, { host: url.hostname, root })
  return {
    root,
    files,
    contentDir: path.join(root, 'content'),
    staticDir: path.join(root, 'static'),
    site: {
      url: url.origin,
      title: user.site?.title,
      description: user.site?.description ?? '',
      language: user.site?.language ?? 'en',
      timeZone: user.site?.timeZone ?? 'UTC',
      author: user.site?.author,
    },
    theme: user.theme ?? 'folio',
    menu: user.menu,
    taxonomies: user.taxonomies ?? { tag: 'tags', category: 'categories' },
    pageSize: user.pagination?.size ?? 10,
    feedSize: user.feeds?.size ?? 20,
    remarkPlugins: user.markdown?.remarkPlugins ?? [],
    rehypePlugins: user.markdown?.rehypePlugins ?? [],
    params: user.params ?? {},
    server: {
      host: user.server?.host,
      httpPort: user.server?.httpPort ?? (acme ? 80 : 8080),
      httpsPort: user.server?.httpsPort ?? (acme ? 443 : 8443),
    },
    acme,
  }
}

type UserAcme = NonNullable<UserConfig['acme']>

function resolveAcme(acme: UserAcme, { host, root }: { host: string; root: string }): AcmeConfig {
  return {
    agreeTos: acme.agreeTos,
    directory: acme.directory ?? 'production',
    names: acme.names?.map((name) => domainToASCII(name) || name) ?? [host],
    email: acme.email,
    profile: acme.profile,
    trustedRoot: acme.trustedRoot && path.resolve(root, acme.trustedRoot),
  }
}
