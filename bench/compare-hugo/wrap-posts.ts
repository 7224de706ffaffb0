import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Makes a site of a folder that holds posts alone, published under a permalink pattern. */
export async function wrapPosts(posts: string, pattern: string, site: string): Promise<void> {
  await mkdir(path.join(site, 'content'), { recursive: true })
  await cp(posts, path.join(site, 'content/posts'), { recursive: true })
  const config = { baseURL: 'https://example.org/', title: 'Posts', permalinks: { posts: pattern } }
  await writeFile(path.join(site, 'hugo.json'), JSON.stringify(config, null, 2))
}
