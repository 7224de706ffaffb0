import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { prepareEleventy } from './eleventy-tool.ts'
import { prepareHugo } from './hugo-tool.ts'
import { prepareInkseal } from './inkseal-tool.ts'
import { measureSize, type Size } from './measure-size.ts'
import { type BenchOptions, parseOptions, usage } from './options.ts'
import { printTable } from './print-table.ts'
import { summarize } from './summarize.ts'
import type { Tool } from './tool.ts'
import { takePosts, writePosts } from './write-posts.ts'

/** Times builds of the same posts by Inkseal and by others, and prints a table; how it was measured is in JSON. */
export async function benchBuild(args: readonly string[]): Promise<void> {
  const options = parseOptions(args)
  if (!options) {
    console.error(usage)
    process.exitCode = 2
    return
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'inkseal-bench-'))
  try {
    const tools = await prepareTools(options, folder)
    const sizes: Size[] = []
    // The first one warms the disk and the compile caches, and does not count.
    for (const posts of [10, ...options.posts]) {
      const isWarming = sizes.length === 0 && posts === 10
      sizes.push(await measure({ posts, rounds: isWarming ? 1 : options.rounds, tools, options, folder }))
    }
    report(sizes.slice(1), tools, options)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prepareTools(options: BenchOptions, folder: string): Promise<readonly Tool[]> {
  const parser = options.forcedRemark ? 'remark' : 'native'
  const tools = [await prepareInkseal(path.join(folder, 'inkseal'), parser)]
  if (options.with.includes('hugo')) {
    const hugo = await prepareHugo(path.join(folder, 'hugo-cache'))
    if (hugo) tools.push(hugo)
    else console.error('There is no hugo to compare with: install it, or name it: HUGO=/path/to/hugo')
  }
  if (options.with.includes('eleventy')) tools.push(await prepareEleventy(process.env))
  return tools
}

type Measuring = {
  readonly posts: number
  readonly rounds: number
  readonly tools: readonly Tool[]
  readonly options: BenchOptions
  readonly folder: string
}

const measure = ({ posts, rounds, tools, options, folder }: Measuring) =>
  measureSize({
    posts,
    rounds,
    tools,
    hasFloor: options.with.includes('floor'),
    folder: path.join(folder, String(posts)),
    writePosts: (to) =>
      options.content === undefined ? writePosts(to, posts) : takePosts(options.content, to, posts),
    tell: (line) => console.error(line),
  })

function report(sizes: readonly Size[], tools: readonly Tool[], options: BenchOptions): void {
  const lines = summarize(sizes)
  const [cpu] = os.cpus()
  const run = {
    date: new Date().toISOString(),
    machine: { cores: os.availableParallelism(), model: cpu?.model ?? '', memory: os.totalmem() },
    node: process.version,
    versions: Object.fromEntries(tools.map(({ name, version }) => [name, version])),
    rounds: options.rounds,
  }
  console.log(printTable(lines, sizes))
  const versions = tools.map(({ name, version }) => `${name} ${version}`)
  console.log(
    `\n${[...versions, `Node ${run.node}`].join(', ')}; ${run.machine.cores} cores (${run.machine.model}); ${run.date.slice(0, 10)}; medians of ${run.rounds} rounds.`,
  )
  console.log(
    '"times": how many times as long as Inkseal (or as much memory), by round. Floor: copying the content, and writing the bytes of Inkseal\'s release.',
  )
  for (const { note } of tools) if (note) console.log(note)
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ ...run, lines, sizes }, null, 2)}\n`)
}
