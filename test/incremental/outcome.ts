import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { SiteError } from '../../src/base/site-error.ts'
import { type BuildResult, build } from '../../src/build.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { findCurrentRelease } from '../../src/output/find-current-release.ts'
import { fingerprintInputs } from '../../src/output/fingerprint-inputs.ts'
import { version } from '../../src/version.ts'

/** What a build came to: texts by their names, of which two builds of the same site have the same. */
export type Outcome = ReadonlyMap<string, string | Buffer>

/** Builds the site in a folder as the command does, and reads what is published there then. */
export async function buildSite(root: string, now: number): Promise<Outcome> {
  try {
    const config = await loadConfig(root)
    const current = await findCurrentRelease(config, {
      inputs: await fingerprintInputs(config, { version, show: config.show, now }),
      now,
    })
    const result = await build({ config, clock: () => now })
    const spared = current && result.changed ? [['spared, and wrong', current.id] as const] : []
    return new Map<string, string | Buffer>([...spared, ...readPublished(root), ...readRest(root, result)])
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    return new Map(
      error.diagnostics.map((diagnostic, index) => [`mistake ${index}`, textOf(diagnostic, root)]),
    )
  }
}

/** What differs first, in words; undefined where nothing does. */
export function differenceOf(built: Outcome, clean: Outcome): string | undefined {
  for (const name of new Set([...clean.keys(), ...built.keys()])) {
    const [is, should] = [built.get(name), clean.get(name)]
    if (is === undefined) return `${name} is missing${excerpt(String(should), 0)}`
    if (should === undefined) return `${name} should not be there${excerpt(String(is), 0)}`
    if (Buffer.from(is).equals(Buffer.from(should))) continue
    const at = firstDifference(String(is), String(should))
    return `${name} differs${excerpt(String(is), at)}\n  instead of${excerpt(String(should), at)}`
  }
  return undefined
}

export const isFailure = (outcome: Outcome) => outcome.has('mistake 0')

function readPublished(root: string): readonly (readonly [string, Buffer])[] {
  const folder = realpathSync(path.join(root, 'public'))
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => path.relative(folder, file) !== 'manifest.json')
    .map((file) => [path.relative(folder, file), readFileSync(file)])
}

/** The manifest but for what only says when it was built and from what, what is remembered, and what is told. */
function readRest(root: string, { release, warnings }: BuildResult): readonly (readonly [string, string])[] {
  const { id: _id, builtAt: _builtAt, inputs: _inputs, ...manifest } = release.manifest
  return [
    ...Object.entries(manifest).map(([key, value]) => [`manifest: ${key}`, textOf(value, root)] as const),
    ['told', textOf(warnings, root)],
    ['urls.json', readFileSync(path.join(root, 'urls.json'), 'utf8')],
  ]
}

const textOf = (value: unknown, root: string) => JSON.stringify(value, null, 1).replaceAll(root, 'ROOT')

const excerpt = (text: string, at: number) => `\n  ${text.slice(Math.max(0, at - 80), at + 120)}`

function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}
