import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runMeasured } from './run-measured.ts'
import type { Tool } from './tool.ts'

const repository = path.resolve(import.meta.dirname, '../..')

type Package = { readonly version: string; readonly files: readonly string[] }

/** Inkseal as it is installed: the package's files, compiled, in a folder of their own. */
export async function prepareInkseal(folder: string, parser: 'native' | 'remark'): Promise<Tool> {
  await runMeasured({ command: ['npm', 'run', 'dist'], cwd: repository })
  const { version, files }: Package = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'))
  mkdirSync(folder, { recursive: true })
  for (const name of ['package.json', ...files]) {
    if (existsSync(path.join(repository, name)))
      cpSync(path.join(repository, name), path.join(folder, name), { recursive: true })
  }
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'))
  return {
    name: parser === 'remark' ? 'Inkseal, remark-parse' : 'Inkseal',
    version,
    command: [process.execPath, path.join(folder, 'bin/inkseal.js'), 'build'],
    leaves: ['public', 'releases', '.inkseal', 'urls.json'],
    prepare(site) {
      writeFileSync(path.join(site, 'inkseal.config.ts'), configOf(parser))
    },
    note: 'Inkseal draws no social cards here, for nobody else does, and does not check links.',
  }
}

const configOf = (parser: string) => `import { defineConfig } from 'inkseal'

export default defineConfig({
  site: { title: 'Bench', url: 'https://example.org' },
  taxonomies: { tag: 'tags' },
  cards: false,
  brokenLinks: 'ignore',
  markdown: { parser: '${parser}' },
})
`
