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
    plugins: [keepPlaces(src), requireOfNode],
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

/** A CommonJS package gets Node's own modules by `require`, which an ES module does not have. */
const requireOfNode: Plugin = {
  name: 'require-of-node',
  setup(bundling) {
    const names = new RegExp(`^(?:node:)?(?:${builtinModules.join('|')})$`)
    bundling.onResolve({ filter: names }, ({ path: name, kind }) =>
      kind === 'require-call' ? { path: name.replace(/^node:/, ''), namespace: 'node' } : undefined,
    )
    bundling.onLoad({ filter: /./, namespace: 'node' }, ({ path: name }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${name}')`,
    }))
  },
}
