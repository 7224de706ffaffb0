import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BuildFailure, BuildResult, OutputFile, Plugin } from 'esbuild'
import { SiteError } from '../base/site-error.ts'
import type { ThemeDefinition } from './define-theme.ts'
import type { ThemeFiles } from './list-theme-files.ts'

/** What esbuild makes of a theme. */
export type ThemeBundle = {
  /** An ES module: `theme`, `layouts` and `shortcodes`, the latter as whole modules. */
  readonly code: string
  /** Every file that went into it, absolute. */
  readonly inputs: readonly string[]
}

export type AssetBundle = {
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  readonly inputs: readonly string[]
}

/** Where assets are published. */
const ASSETS = 'assets'

/** Bundles layouts, shortcodes and components for Node. @throws SiteError theme/invalid */
export async function bundleLayouts(
  folder: string,
  { layouts, shortcodes }: ThemeFiles,
  root: string,
): Promise<ThemeBundle> {
  const { build } = await import('esbuild')
  const entry = [
    `export { default as theme } from ${JSON.stringify(path.join(folder, 'theme.ts'))}`,
    ...[...layouts.values()].map((file, index) => `import * as layout${index} from ${JSON.stringify(file)}`),
    // Looked up at run time, so that a layout without a default export is our error and not esbuild's.
    `export const layouts = { ${[...layouts.keys()].map((name, index) => `${JSON.stringify(name)}: layout${index}["def" + "ault"]`).join(', ')} }`,
    ...[...shortcodes.values()].map(
      (file, index) => `import * as shortcode${index} from ${JSON.stringify(file)}`,
    ),
    `export const shortcodes = { ${[...shortcodes.keys()].map((name, index) => `${JSON.stringify(name)}: shortcode${index}`).join(', ')} }`,
  ].join('\n')
  const result = await build({
    stdin: { contents: entry, resolveDir: folder, sourcefile: 'layouts', loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    sourcesContent: false,
    outfile: path.join(root, '.inkseal/cache/layouts.mjs'),
    metafile: true,
    logLevel: 'silent',
    plugins: [ownModules],
  }).catch((failure: unknown) => explain(failure, { folder: root, root }))
  return { code: result.outputFiles[0]?.text ?? '', inputs: inputsOf(result, root) }
}

/** Bundles styles and scripts for browsers, under names that hold a fingerprint. @throws SiteError theme/invalid */
export async function bundleAssets(
  folder: string,
  theme: ThemeDefinition,
  root: string,
): Promise<AssetBundle> {
  const { styles = [], scripts = [] } = theme
  if (styles.length + scripts.length === 0) return { styles: [], scripts: [], files: [], inputs: [] }
  const { build } = await import('esbuild')
  // Seen from the theme: the names' fingerprints count paths in, and must be the same wherever the site lies.
  const outdir = path.join(folder, ASSETS)
  const result = await build({
    entryPoints: [...styles, ...scripts].map((file) => path.join(folder, file)),
    absWorkingDir: folder,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    outdir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    loader: Object.fromEntries(
      ['.woff2', '.woff', '.svg', '.png', '.jpg', '.webp', '.avif', '.gif'].map(
        (ending) => [ending, 'file'] as const,
      ),
    ),
    metafile: true,
    logLevel: 'silent',
  }).catch((failure: unknown) => explain(failure, { folder, root }))
  const published = ({ path: file }: OutputFile) =>
    `${ASSETS}/${path.relative(outdir, file).replaceAll(path.sep, '/')}`
  const urlOf = (file: string): string => {
    const entry = path.posix.normalize(file.replaceAll(path.sep, '/'))
    const [output] =
      Object.entries(result.metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? []
    return `/${output}`
  }
  return {
    styles: styles.map(urlOf),
    scripts: scripts.map(urlOf),
    files: result.outputFiles.map((file) => ({ path: published(file), bytes: file.contents })),
    inputs: inputsOf(result, folder),
  }
}

/**
 * A theme's Preact must be the one that renders it, and its `inkseal/theme` the program that runs, wherever the
 * theme lies.
 */
const ownModules: Plugin = {
  name: 'own-modules',
  setup(build) {
    build.onResolve({ filter: /^preact(\/|$)/ }, ({ path: name }) => ({
      path: import.meta.resolve(name),
      external: true,
    }))
    build.onResolve({ filter: /^inkseal\/theme$/ }, () => ({
      path: fileURLToPath(new URL(`./define-theme${path.extname(import.meta.url)}`, import.meta.url)),
    }))
  },
}

const inputsOf = ({ metafile }: BuildResult<{ metafile: true }>, folder: string) =>
  Object.keys(metafile.inputs)
    .map((file) => path.resolve(folder, file))
    .filter((file) => path.basename(file) !== 'layouts')

type Seen = {
  /** From which esbuild names files, and from which their author does. */
  readonly folder: string
  readonly root: string
}

function explain(failure: unknown, { folder, root }: Seen): never {
  if (!isFailure(failure)) throw failure
  throw new SiteError(
    failure.errors.map(({ text, location }) => ({
      code: 'theme/invalid',
      severity: 'error',
      message: `Cannot bundle the theme: ${text.replace(/\.$/, '')}`,
      hint: text.startsWith('Could not resolve')
        ? 'Mend the path, which is seen from this file; a layout that was copied from a theme needs its components too'
        : 'Mend the file there',
      ...(location && {
        place: {
          path: path.relative(root, path.resolve(folder, location.file)).replaceAll(path.sep, '/'),
          line: location.line,
          // esbuild counts bytes from 0.
          column: Buffer.from(location.lineText).subarray(0, location.column).toString().length + 1,
          text: location.lineText,
        },
      }),
    })),
    { cause: failure },
  )
}

const isFailure = (value: unknown): value is BuildFailure =>
  value instanceof Error && 'errors' in value && Array.isArray(value.errors)
