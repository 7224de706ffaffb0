import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { SiteError } from '../../base/site-error.ts'
import type { Config } from '../../config/config.ts'

/** A file to copy, or a folder that becomes a bundle. */
export type FoundArchetype = {
  /** As its author knows it: `archetypes/posts.md`. */
  readonly name: string
  readonly text: string
  /** Absolute; undefined where it is one file. */
  readonly folder: string | undefined
}

export type ArchetypeQuestion = {
  /** The new file's, below the content folder. */
  readonly path: string
  /** Asked for by name. */
  readonly kind: string | undefined
}

/**
 * The archetype for a new file: of the kind that is asked for or of its section, a folder before a file where a
 * bundle is made; else `default.md`, else Inkseal's own (Hugo's manual, "Archetypes").
 *
 * @throws SiteError new/archetype where the kind that is asked for has none
 */
export async function findArchetype(config: Config, question: ArchetypeQuestion): Promise<FoundArchetype> {
  const section = question.path.includes('/') ? (question.path.split('/')[0] ?? '') : ''
  const names = [question.kind ?? section, 'default'].filter((name) => name !== '')
  const isBundle = /(^|\/)index\.[^/]+$/.test(question.path)
  for (const name of names) {
    const found =
      (isBundle ? await findFolder(config, name) : undefined) ?? (await findFile(config, `${name}.md`))
    if (found) return found
    if (name === question.kind) throw missing(name, config)
  }
  return builtIn
}

const builtIn: FoundArchetype = {
  name: 'the archetype that comes with Inkseal',
  text: '---\ntitle: "{{ replace .Name "-" " " | humanize }}"\ndate: {{ .Date }}\ndraft: true\n---\n\n',
  folder: undefined,
}

async function findFolder(config: Config, name: string): Promise<FoundArchetype | undefined> {
  const folder = path.join(config.archetypesDir, name)
  const isFolder = await stat(folder).then(
    (facts) => facts.isDirectory(),
    () => false,
  )
  return isFolder ? { name: nameOf(folder, config), text: '', folder } : undefined
}

async function findFile(config: Config, name: string): Promise<FoundArchetype | undefined> {
  const file = path.join(config.archetypesDir, name)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : { name: nameOf(file, config), text, folder: undefined }
}

const nameOf = (file: string, { root }: Config) => path.relative(root, file).replaceAll(path.sep, '/')

function missing(name: string, config: Config): SiteError {
  const folder = nameOf(config.archetypesDir, config)
  return new SiteError({
    code: 'new/archetype',
    message: `Cannot start a post of the kind "${name}": there is neither ${folder}/${name}.md nor a folder ${folder}/${name}/`,
    hint: `Write ${folder}/${name}.md, or leave --kind out`,
  })
}
