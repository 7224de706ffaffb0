import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'

export type BundleOptions = {
  readonly root: string
  readonly out: string
  /** Modules of src/ that are reached by their path, without an ending. */
  readonly entries: readonly string[]
}

/** Where the bundled code lies, all in one folder: what one file holds may come from any room. */
const CODE = 'code'

/**
 * Packages that stay as they are installed: with native code, with files of their own, loaded by `require`, or shared
 * with what an author's theme imports.
 */
const external = [
  '@fontsource/*',
  '@peculiar/*',
  'acme-client',
  'cli-progress',
  'esbuild',
  'gemoji',
  'katex',
  'opentype.js',
  'papaparse',
  'preact',
  'preact-render-to-string',
  'reflect-metadata',
  'satteri',
  'sharp',
  'sirv',
]

/** Bundles src/ and the packages it needs into few files. Gives every file that went into them. */
export async function bundleProgram({ root, out, entries }: BundleOptions): Promise<readonly string[]> {
  const src = path.join(root, 'src')
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      entries.map((entry) => [nameOf(entry), path.join(src, `${entry}.ts`)] as const),
    ),
    outdir: path.join(out, CODE),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [keepPlaces(src), builtinsAsTheyAre],
  })
  for (const entry of entries) await forward(out, entry, hasDefault(metafile, entry))
  return Object.keys(metafile.inputs).map((file) => path.resolve(root, file))
}

const nameOf = (entry: string) => entry.replaceAll('/', '-')

/** Each module that is reached by its path is there, and leads on to the bundled code. */
async function forward(out: string, entry: string, isDefault: boolean): Promise<void> {
  const file = path.join(out, `${entry}.js`)
  const code = `${path.posix.relative(path.posix.dirname(entry), '') || '.'}/${CODE}/${nameOf(entry)}.js`
  await mkdir(path.dirname(file), { recursive: true })
  const lines = [`export * from '${code}'`, ...(isDefault ? [`export { default } from '${code}'`] : [])]
  await writeFile(file, `${lines.join('\n')}\n`)
}

type Outputs = { readonly outputs: Readonly<Record<string, { entryPoint?: string; exports: string[] }>> }

const hasDefault = ({ outputs }: Outputs, entry: string) =>
  Object.values(outputs).some(
    ({ entryPoint, exports }) => entryPoint === `src/${entry}.ts` && exports.includes('default'),
  )

/** What a module finds by its own place, it finds from there still: `dist/theme/find-theme.js`, as tsc would have it. */
const keepPlaces = (src: string): Plugin => ({
  name: 'keep-places',
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      const place = path.relative(src, file).replaceAll(path.sep, '/').replace(/\.ts$/, '.js')
      const here = `new URL(${JSON.stringify(`../${place}`)}, import.meta.url).href`
      return { contents: text.replaceAll(/\bimport\.meta\.url\b/g, here), loader: 'ts' }
    })
  },
})

/**
 * Node's own modules come by `process.getBuiltinModule`: an import asks each of their properties for its value, which
 * loads what is behind it (streams behind `fs`) and takes a third of the time that Node itself needs to start. It also
 * serves CommonJS packages, which ask by `require`.
 */
const builtinsAsTheyAre: Plugin = {
  name: 'builtins-as-they-are',
  setup(bundling) {
    const names = new RegExp(`^(?:node:.*|${builtinModules.join('|')})$`)
    bundling.onResolve({ filter: names }, ({ path: name, importer }) => {
      const module = name.replace(/^node:/, '')
      // It would start subcommands that are programs of their own; there are none.
      const isIdle = module === 'child_process' && /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
      return { path: module, namespace: isIdle ? 'idle' : 'node' }
    })
    bundling.onLoad({ filter: /./, namespace: 'node' }, ({ path: name }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${name}')`,
    }))
    bundling.onLoad({ filter: /./, namespace: 'idle' }, () => ({ contents: 'module.exports = {}' }))
  },
}
