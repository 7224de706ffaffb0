import path from 'node:path'
import { Argument, Command, CommanderError, Option } from 'commander'
import { parseDate } from '../content/matter/parse-date.ts'
import { version } from '../version.ts'
import { reportFailure } from './report-failure.ts'
import type { Terminal } from './terminal.ts'

/**
 * Runs a command line and gives the exit code: 0, or 1 when something is wrong. Commands are loaded when they are
 * called, so that help and version are there at once.
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0
  const program = createProgram(terminal, (result) => {
    code = result
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return explainUsage(error, terminal)
    reportFailure(error, args, terminal)
    return 1
  }
}

function createProgram(terminal: Terminal, finish: (code: number) => void): Command {
  const program = new Command('inkseal')
    .description(
      'Write in ink, publish under your own seal: builds a site from Markdown and serves it over HTTPS.',
    )
    .version(version)
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: () => {} })
    .showHelpAfterError(false)
  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .helpOption('-h, --help', 'show this help')
      .option('--root <folder>', "the site's folder", '.')
  const rootOf = ({ root }: { root: string }) => path.resolve(terminal.cwd, root)

  command('build', 'build the site into releases/ and publish it as public/')
    .option('--drafts', 'show drafts as well')
    .option('--future', 'show pages whose time has not come')
    .option('--expired', 'show pages whose time is over')
    .option('--clock <time>', 'build as if it were this moment', parseTime)
    .addOption(
      new Option('--broken-links <how>', 'what a broken link is').choices(['error', 'warning', 'ignore']),
    )
    .option('--json', 'print the result as JSON')
    .action(async (options) => {
      const { runBuild } = await import('./commands/build.ts')
      finish(await runBuild({ ...options, root: rootOf(options) }, terminal))
    })

  command('check', 'find every mistake in the site, broken links too, and write nothing')
    .option('--drafts', 'look at drafts as well')
    .option('--future', 'look at pages whose time has not come')
    .option('--expired', 'look at pages whose time is over')
    .option('--external', 'ask other sites whether the links to them work')
    .option('--clock <time>', 'check as if it were this moment', parseTime)
    .option('--json', 'print the result as JSON')
    .action(async (options) => {
      const { runCheck } = await import('./commands/check.ts')
      finish(await runCheck({ ...options, root: rootOf(options) }, terminal))
    })

  command('list', 'list the pages: all, drafts, future, expired or published')
    .addArgument(
      new Argument('<which>', 'which pages').choices(['all', 'drafts', 'future', 'expired', 'published']),
    )
    .option('--clock <time>', 'list as if it were this moment', parseTime)
    .option('--csv', "print comma-separated values, with Hugo's columns")
    .option('--json', 'print JSON')
    .action(async (which, options) => {
      const { runList } = await import('./commands/list.ts')
      finish(await runList({ ...options, which, root: rootOf(options) }, terminal))
    })

  command('why', 'say whether a file is on the site, where, and if not, why')
    .argument('<file>', 'a file of the site')
    .option('--clock <time>', 'answer as if it were this moment', parseTime)
    .option('--json', 'print JSON')
    .action(async (file, options) => {
      const { runWhy } = await import('./commands/why.ts')
      finish(await runWhy({ ...options, file, root: rootOf(options) }, terminal))
    })

  command('new', 'start a new post from its archetype')
    .argument('<path>', 'where in content/: posts/hello.md, or posts/hello for a folder of its own')
    .option('--kind <name>', 'archetype to take: archetypes/NAME.md')
    .action(async (file, options) => {
      const { runNew } = await import('./commands/new.ts')
      finish(await runNew({ ...options, file, root: rootOf(options) }, terminal))
    })

  command('serve', 'serve the site over HTTPS, building it first where that is needed')
    .option('--host <address>', 'address to listen on')
    .option('--http-port <port>', 'port for plain HTTP', parsePort)
    .option('--https-port <port>', 'port for HTTPS', parsePort)
    .action(async (options) => {
      const { runServe } = await import('./commands/serve.ts')
      finish(await runServe({ ...options, root: rootOf(options) }, terminal))
    })

  command('trust', 'make this machine trust the local authority behind https://localhost')
    .option('--undo', 'take the trust away again')
    .option('--path', 'print where the root certificate lies, and do nothing')
    .action(async (options) => {
      const { runTrust } = await import('./commands/trust.ts')
      finish(await runTrust(options, terminal))
    })

  const cert = program
    .command('cert')
    .description('the certificate from a public authority')
    .helpCommand(false)
  cert
    .command('status')
    .description('show names, issuer, days left, next renewal and the last problem')
    .option('--root <folder>', "the site's folder", '.')
    .option('--json', 'print it as JSON')
    .action(async (options) => {
      const { runCertStatus } = await import('./commands/cert-status.ts')
      finish(await runCertStatus({ ...options, root: rootOf(options) }, terminal))
    })
  return program
}

function parseTime(text: string): number {
  const time = parseDate(text, 'UTC')
  if (time) return time.getTime()
  throw new CommanderError(1, 'inkseal.clock', `error: "${text}" is not a time, such as 2026-11-24T09:00:00Z`)
}

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port
  throw new CommanderError(1, 'inkseal.port', `error: "${text}" is not a port, a number from 1 to 65535`)
}

function explainUsage(error: CommanderError, terminal: Terminal): number {
  // Help and version come this way too, printed already.
  if (error.exitCode === 0) return 0
  const [reason = '', suggestion] = error.message.replace(/^error: /, '').split('\n')
  if (error.code === 'commander.help') {
    terminal.tell('Run `inkseal --help` to see the commands')
    return 1
  }
  const choice = /value '(.*)' is invalid.*Allowed choices are (.*)\.$/.exec(reason)
  const meant = /^\(Did you mean (.*)\?\)$/.exec(suggestion ?? '')?.[1]
  terminal.report([
    {
      code: 'cli/option',
      severity: 'error',
      message: `Cannot run the command: ${choice ? `"${choice[1]}" is not one of ${choice[2]}` : reason}`,
      hint: meant ? `Did you mean ${meant}?` : 'Run `inkseal --help`',
    },
  ])
  return 1
}
