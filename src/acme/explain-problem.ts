import type { Code } from '../base/codes.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { hasCode } from '../base/read-if-there.ts'
import { SiteError } from '../base/site-error.ts'
import { localTypes, Problem, type Subproblem } from './problem.ts'

type Words = { readonly code: Code; readonly cause: string; readonly hint: string }

const port80 = 'port 80 of this machine must be reachable from the Internet under every address in its DNS'

const tooMany: Words = {
  code: 'acme/rate-limited',
  cause: 'the CA has had too many requests of this kind',
  hint: 'Wait: inkseal tries again when the CA allows it. While you experiment, set acme.directory to "staging"',
}

/** The likely cause and the fix by ACME error (RFC 8555 §6.7). `NAME` stands for the name that it is about. */
const words: Readonly<Record<string, Words>> = {
  dns: {
    code: 'acme/dns',
    cause: 'the CA found no usable address for it in DNS',
    hint: "Give NAME an A record (and an AAAA record only if IPv6 works) with this machine's address, and wait until it is known everywhere",
  },
  connection: {
    code: 'acme/connection',
    cause: 'the CA could not connect to it on port 80',
    hint: `Open port 80 in every firewall and router before this machine, and delete an AAAA record that leads elsewhere: ${port80}`,
  },
  unauthorized: {
    code: 'acme/unauthorized',
    cause: 'another server than this one answered for it',
    hint: `Point the A and AAAA records of NAME at this machine, and let no proxy answer /.well-known/acme-challenge/: ${port80}`,
  },
  tls: {
    code: 'acme/connection',
    cause: 'the CA was redirected to HTTPS and met an error there',
    hint: 'Let /.well-known/acme-challenge/ be answered on port 80 without a redirect',
  },
  caa: {
    code: 'acme/caa',
    cause: 'a CAA record in its DNS forbids this CA to issue for it, or could not be looked up',
    hint: 'Add a CAA record for NAME that allows the CA (0 issue "letsencrypt.org" for Let\'s Encrypt), or remove those that forbid it',
  },
  rateLimited: tooMany,
  userActionRequired: {
    code: 'acme/terms',
    cause: 'the CA wants something of its user first',
    hint: 'Read what the CA says and do it; new terms of service have to be agreed to',
  },
  externalAccountRequired: {
    code: 'acme/refused',
    cause: 'the CA serves only accounts that are bound to one on its website',
    hint: 'Set acme.directory to a CA that takes anyone, such as "production"',
  },
  rejectedIdentifier: {
    code: 'acme/refused',
    cause: 'the CA does not issue for such a name',
    hint: 'Set site.url to a public name that you own; a CA issues for no others',
  },
  invalidContact: {
    code: 'acme/refused',
    cause: 'the CA does not take the e-mail address',
    hint: 'Correct acme.email in inkseal.config.ts, or leave it out',
  },
  serverInternal: {
    code: 'acme/unavailable',
    cause: 'the CA has an error inside',
    hint: 'Nothing needs to be done: inkseal tries again',
  },
}

type Said = Pick<Subproblem, 'type' | 'detail'>

const unresolved = /could not resolve|no such host|server misbehaving|NXDOMAIN|SERVFAIL/i

const sameAs: Readonly<Record<string, string>> = {
  incorrectResponse: 'unauthorized',
  unsupportedContact: 'invalidContact',
  unsupportedIdentifier: 'rejectedIdentifier',
}

const away =
  'Nothing needs to be done if the CA is away for a while: inkseal tries again. Else see that this machine reaches'

/** Says an error of an order in a reader's words: one diagnostic for each name that failed. */
export function explainProblem(
  error: unknown,
  names: readonly string[],
  host: string,
): readonly Diagnostic[] {
  if (error instanceof AggregateError)
    return error.errors.flatMap((one: unknown) => explainProblem(one, names, host))
  if (error instanceof SiteError) return error.diagnostics
  if (!(error instanceof Problem)) return [local(error, names)]
  const subject = error.subject ?? names.join(', ')
  const about = error.subproblems.filter(({ name }) => name !== undefined)
  if (about.length > 0)
    return about.map((sub) => say(sub, sub.name ?? subject, inWords(sub, error.status, host)))
  return [say(error, subject, inWords(error, error.status, host))]
}

function say({ type, detail }: Said, name: string, { code, cause, hint }: Words) {
  const said = [type === 'about:blank' ? '' : type, detail].filter(Boolean).join(': ')
  return {
    code,
    severity: 'error' as const,
    message: `Cannot get a certificate for ${name}: ${cause}${said && ` (${said})`}`,
    hint: hint.replaceAll('NAME', name),
  }
}

function inWords({ type, detail }: Said, status: number | undefined, host: string): Words {
  const reported = type.replace('urn:ietf:params:acme:error:', '')
  // Some CAs, those in Go above all, call a name that they cannot look up a failed connection.
  const name = reported === 'connection' && unresolved.test(detail) ? 'dns' : reported
  const known = words[sameAs[name] ?? name]
  if (known) return known
  if (status === 429) return tooMany
  const unavailable = (cause: string, hint = `${away} ${host}`): Words => ({
    code: 'acme/unavailable',
    cause,
    hint,
  })
  if (type === localTypes.untrusted)
    return {
      code: 'acme/untrusted',
      cause: "the CA's own server is not trusted by this machine",
      hint: 'For a CA of your own, set acme.trustedRoot to the PEM file of its root certificate',
    }
  if (type === localTypes.timeout) return unavailable('the CA does not answer')
  if (type === localTypes.network) return unavailable('the CA cannot be reached')
  if (type === localTypes.notAcme)
    return unavailable(
      'what answered is not a CA',
      `See that no proxy or login page stands between this machine and ${host}, and that acme.directory is right`,
    )
  if (type === localTypes.slow)
    return unavailable('the CA is slow', 'Nothing needs to be done: inkseal goes on with the order')
  if (status !== undefined && status >= 500) return unavailable('the CA is out of order')
  return refused
}

const refused: Words = {
  code: 'acme/refused',
  cause: 'the CA refuses',
  hint: 'Do what the CA says; inkseal tries again',
}

/** An error of this machine's. Only a system error's text is told: another's could quote what is secret. */
function local(error: unknown, names: readonly string[]): Diagnostic {
  const system = error instanceof Error && 'syscall' in error && 'code' in error
  const full = hasCode(error, 'ENOSPC') || hasCode(error, 'EROFS') || hasCode(error, 'EACCES')
  return {
    code: 'acme/storage',
    severity: 'error',
    message: `Cannot get a certificate for ${names.join(', ')}: ${system ? error.message : `something failed inside (${error instanceof Error ? error.name : typeof error})`}`,
    hint: full
      ? 'Make room on the disk and the folder writable for the user that runs inkseal'
      : 'Try again; report it to the makers of inkseal if it stays',
  }
}
