import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Tool } from './tool.ts'

/** Throws where a tool has not done the work that it is measured by. */
export function checkOutput(tool: Tool, site: string): void {
  const folder = path.join(site, tool.leaves[0])
  const names = listPosts(site)
  const missing = names.find((name) => !existsSync(pageOf(tool, site, name)))
  if (missing) throw new Error(`${tool.name} has not made ${missing}`)
  const page = readFileSync(pageOf(tool, site, names[0] ?? ''), 'utf8')
  const parts = {
    highlighting: /<span class="?(hljs-|token |k[a-z]?\b)/,
    'a contents list': /href="?#(?!main)[\w-]/,
    'links to tags': /href="?\/tags\//,
  }
  for (const [what, pattern] of Object.entries(parts))
    if (!pattern.test(page)) throw new Error(`${tool.name} has made a post without ${what}`)
  const lists = ['tags/index.html', 'posts/index.html', 'index.xml', 'sitemap.xml']
  for (const file of [...lists, ...(names.length > 10 ? ['posts/page/2/index.html'] : [])])
    if (!existsSync(path.join(folder, file))) throw new Error(`${tool.name} has not made ${file}`)
}

/** Adds a line to one post, and gives a function that throws where a build did not publish it. */
export function editPost(tool: Tool, site: string, round: number): () => void {
  const names = listPosts(site)
  const name = names[(round * 7 + 3) % names.length] ?? ''
  const line = `Edited for round ${round} of this run.`
  const file = path.join(site, 'content/posts', name)
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${line}\n`)
  return () => {
    if (readFileSync(pageOf(tool, site, name), 'utf8').includes(line)) return
    throw new Error(`${tool.name} has not published the change in ${name}`)
  }
}

const listPosts = (site: string) =>
  readdirSync(path.join(site, 'content/posts'))
    .filter((name) => name.endsWith('.md'))
    .sort()

const pageOf = (tool: Tool, site: string, name: string) =>
  path.join(site, tool.leaves[0], 'posts', name.replace(/\.md$/, ''), 'index.html')
