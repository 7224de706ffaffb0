import type { Random } from './random.ts'
import type { Workspace } from './workspace.ts'

/** All pages but those of sections and terms. */
export const listPosts = (site: Workspace) =>
  site.list('content', /\.md$/).filter((file) => !file.endsWith('_index.md') && !/\.fr\.md$/.test(file))

/** Sets a key of the front matter, one line of YAML, or takes it out. */
export function setKey(text: string, key: string, value: string | undefined): string {
  const { matter, body } = splitPost(text)
  const lines = matter.filter((line) => !line.startsWith(`${key}:`))
  return joinPost([...lines, ...(value === undefined ? [] : [`${key}: ${value}`])], body)
}

export function keyOf(text: string, key: string): string | undefined {
  const line = splitPost(text).matter.find((line) => line.startsWith(`${key}:`))
  return line?.slice(key.length + 1).trim()
}

export const addToBody = (text: string, part: string) => `${text.trimEnd()}\n\n${part}\n`

/** A link to another page, in one of the ways that there are. */
export function linkTo(target: string, random: Random): string {
  const logical = logicalPath(target)
  const name = logical.split('/').at(-1) ?? logical
  return random.pick([
    `See [${random.words(2)}](/${logical}.md).`,
    `See [${random.words(2)}](/${logical}/).`,
    `See [[${name}]].`,
    `See [[${name}|${random.words(1)}]].`,
  ])
}

/** A link that is a mistake where the page is not there, or is not published. */
export const strictLinkTo = (target: string) => `See [it]({{< relref "/${logicalPath(target)}" >}}).`

const logicalPath = (file: string) => file.replace(/^content\//, '').replace(/(\/index)?\.md$/, '')

function splitPost(text: string) {
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  return { matter: matter.split('\n'), body }
}

const joinPost = (matter: readonly string[], body: string) => `---\n${matter.join('\n')}\n---\n${body}`
