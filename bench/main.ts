import { benchOwnSite } from './own-site.ts'

const benches: Readonly<Record<string, (rounds: number) => Promise<void>>> = { own: benchOwnSite }

const [name = '', rounds = '9'] = process.argv.slice(2)
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench) await bench(Number(rounds))
else {
  console.error(`usage: npm run bench -- ${Object.keys(benches).join('|')} [ROUNDS]`)
  process.exitCode = 2
}
