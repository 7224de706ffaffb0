// The package holds the program in few files; in the repository it runs from its sources, unless dist/ is as new.
// Node's modules are asked for in this way because an import of `fs` loads all that is behind it.
const { existsSync } = process.getBuiltinModule('node:fs')
const { enableCompileCache } = process.getBuiltinModule('node:module')

enableCompileCache()
const source = new URL('../src/cli/main.ts', import.meta.url)
const isSource = existsSync(source) && !(await import('./is-fresh.js')).isFresh()
await import(isSource ? source.href : new URL('../dist/code/cli-main.js', import.meta.url).href)
