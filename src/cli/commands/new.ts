import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { systemClock } from '../../base/clock.ts'
import { containedJoin } from '../../base/contained-join.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { hasCode } from '../../base/read-if-there.ts'
import { SiteError } from '../../base/site-error.ts'
import type { Config } from '../../config/config.ts'
import { loadConfig } from '../../config/load-config.ts'
import { localTime } from '../local-time.ts'
import { type ArchetypeValues, fillArchetype } from '../new/fill-archetype.ts'
import { type FoundArchetype, findArchetype } from '../new/find-archetype.ts'
import type { Terminal } from '../terminal.ts'

export type NewArguments = {
  readonly root: string
  /** Below the content folder; `content/` before it is taken as a slip. */
  readonly file: string
  readonly kind?: string
}

/** `inkseal new PATH`: starts a post from its archetype. Nothing that exists is written over. */
export async function runNew({ root, file, kind }: NewArguments, terminal: Terminal): Promise<number> {
  const config = await loadConfig(root)
  const target = targetOf(file, config)
  await checkFolder(target, config)
  const archetype = await findArchetype(config, { path: target, kind })
  const values = valuesOf(target, config, kind)
  const { written, warnings } = await write(archetype, { target, values, config })
  terminal.report(warnings)
  const names = written.map((name) => path.relative(root, name).replaceAll(path.sep, '/'))
  terminal.print(names.map((name) => `Wrote ${name}`).join('\n'))
  terminal.tell(`From ${archetype.name}. See it with: inkseal build --drafts`)
  return 0
}

/** Relative to the content folder, with an ending. */
function targetOf(file: string, config: Config): string {
  const folder = path.relative(config.root, config.contentDir).replaceAll(path.sep, '/')
  const given = file.replaceAll('\\', '/').replace(/^\.\//, '')
  const inside = given.startsWith(`${folder}/`) ? given.slice(folder.length + 1) : given
  if (containedJoin(config.contentDir, inside) === undefined || inside === '' || inside.endsWith('/..')) {
    throw new SiteError({
      code: 'new/path',
      message: `Cannot write ${file}: it does not lie in ${folder}/`,
      hint: 'Write where in the content it is to be, such as posts/hello.md',
    })
  }
  return /\.(md|markdown|html)$/i.test(inside) ? inside : `${inside.replace(/\/+$/, '')}/index.md`
}

/** An `index.md` makes one page of its folder, and of all that lies there already. */
async function checkFolder(target: string, config: Config): Promise<void> {
  if (!/(^|\/)index\.[^/]+$/.test(target)) return
  const folder = path.join(config.contentDir, path.posix.dirname(target))
  const entries = await readdir(folder, { recursive: true }).catch(() => [])
  const page = entries.find((entry) => /\.(md|markdown|html)$/i.test(entry) && !/^index\./i.test(entry))
  if (page === undefined) return
  const name = path.relative(config.root, folder).replaceAll(path.sep, '/')
  throw new SiteError({
    code: 'new/path',
    message: `Cannot write ${name}/index.md: it would make one page of the folder, and there are others in it, such as ${page}`,
    hint: `Name the post: inkseal new ${path.posix.dirname(target)}/my-post.md`,
  })
}

function valuesOf(target: string, config: Config, kind: string | undefined): ArchetypeValues {
  const { dir, name } = path.posix.parse(target)
  const section = dir.split('/')[0] ?? ''
  const own = name.replace(/\.[a-z]{2,3}(-[a-z\d]+)?$/i, '')
  return {
    date: localTime(systemClock(), config.site.timeZone),
    name: /^_?index$/.test(own) ? path.posix.basename(dir) || 'home' : own,
    type: kind ?? (section || 'page'),
    section,
    siteTitle: config.site.title ?? '',
  }
}

type Writing = { readonly target: string; readonly values: ArchetypeValues; readonly config: Config }

type Written = { readonly written: readonly string[]; readonly warnings: readonly Diagnostic[] }

async function write(archetype: FoundArchetype, { target, values, config }: Writing): Promise<Written> {
  const files =
    archetype.folder === undefined
      ? [{ file: path.join(config.contentDir, target), name: archetype.name, bytes: archetype.text }]
      : await readFolder(
          archetype,
          archetype.folder,
          path.join(config.contentDir, path.posix.dirname(target)),
        )
  const warnings: Diagnostic[] = []
  for (const { file, name, bytes } of files) {
    const filled = /\.(md|markdown|html)$/i.test(file)
      ? fillArchetype({ path: name, text: String(bytes) }, values)
      : undefined
    warnings.push(...(filled?.warnings ?? []))
    await writeNew(file, filled?.text ?? bytes, config.root)
  }
  return { written: files.map(({ file }) => file), warnings }
}

/** The files of a bundle's archetype, each with where its copy goes. */
async function readFolder({ name }: FoundArchetype, folder: string, bundle: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Promise.all(
    files.map(async (file) => {
      const relative = path.relative(folder, file)
      return {
        file: path.join(bundle, relative),
        name: path.posix.join(name, relative.replaceAll(path.sep, '/')),
        bytes: await readFile(file),
      }
    }),
  )
}

async function writeNew(file: string, content: string | Uint8Array, root: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  try {
    await writeFile(file, content, { flag: 'wx' })
  } catch (cause) {
    if (!hasCode(cause, 'EEXIST')) throw cause
    const name = path.relative(root, file).replaceAll(path.sep, '/')
    throw new SiteError(
      {
        code: 'new/exists',
        message: `Cannot write ${name}: there is such a file already, and it is left as it is`,
        hint: 'Choose another name',
      },
      { cause },
    )
  }
}
