import { benchBuild } from './build-site/bench-build.ts'
import { benchOwnSite } from './own-site.ts'

const benches: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  own: ([rounds = '9']) => benchOwnSite(Number(rounds)),
  build: benchBuild,
}

const [name = '', ...args] = process.argv.slice(2)
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench) await bench(args)
else {
  console.error(`usage: npm run bench -- ${Object.keys(benches).join('|')}`)
  process.exitCode = 2
}
