import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { adviceFor, findTool, type ToolName, toolNames } from './machine.ts'

/** Paths of the programs found; only those that the files of this run ask for are looked for. */
export type Tools = Partial<Record<ToolName, string>>

declare module 'vitest' {
  interface ProvidedContext {
    tools: Tools
  }
}

/** By what a test file is seen to need a tool: the set-up that it imports, or the tool's name in quotes. */
const signs: Record<ToolName, RegExp> = {
  pebble: /setup\/pebble\.ts|['.]pebble\b/,
  'pebble-challtestsrv': /setup\/pebble\.ts|'pebble-challtestsrv'/,
  chromium: /setup\/browser\.ts|['.]chromium\b/,
  certutil: /setup\/browser\.ts|['.]certutil\b/,
  curl: /tools\.curl\b/,
  openssl: /tools\.openssl\b/,
}

/** Finds or fetches what the run needs. What cannot be had is told in one line; on CI that fails the run, at its end. */
export default async function setup(project: TestProject): Promise<() => void> {
  const files = await Promise.all(
    project.vitest.state.getPaths().map(async (file) => ({ file, text: await readFile(file, 'utf8') })),
  )
  const tools: Tools = {}
  const missing: string[] = []
  for (const name of toolNames) {
    const users = files.filter(({ text }) => signs[name].test(text))
    if (users.length === 0) continue
    const found = await findTool(name)
    if (found !== undefined) tools[name] = found
    else {
      const shown = users.map(({ file }) => path.relative(project.config.root, file)).sort()
      missing.push(`${name} is missing, so tests of ${shown.join(', ')} do not run: ${adviceFor(name)}`)
    }
  }
  for (const line of missing) process.stderr.write(`tests: ${line}\n`)
  project.provide('tools', tools)
  return () => {
    if (missing.length > 0 && isSet(process.env.CI)) process.exitCode = 1
  }
}

const isSet = (value: string | undefined): boolean =>
  value !== undefined && !['', '0', 'false'].includes(value)
