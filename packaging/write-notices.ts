import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Writes the licences of the packages whose code became part of the program: they ask for that. */
export async function writeNotices(out: string, inputs: readonly string[]): Promise<void> {
  const folders = new Set(
    inputs.flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? []),
  )
  const notices = await Promise.all([...folders].sort().map(noticeOf))
  const head = 'Inkseal holds code of these packages, each under its own licence.'
  await writeFile(
    path.join(out, 'THIRD-PARTY.txt'),
    `${[head, ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
  )
}

async function noticeOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(entry))
  const text = file === undefined ? '' : `\n\n${(await readFile(path.join(folder, file), 'utf8')).trim()}`
  return `${name} ${version} (${license})${text}`
}
