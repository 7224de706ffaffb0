import { type Document, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type { MatterOutcome } from './matter-outcome.ts'

/** Parses YAML front matter. A mistake is put where its value begins, with what to do about the usual ones. */
export function parseYaml(matter: string): MatterOutcome {
  const lineCounter = new LineCounter()
  const document = parseDocument(matter, { lineCounter, prettyErrors: false, logLevel: 'error' })
  const failure = failureOf(document)
  if ('value' in failure) return failure
  const { line, col } = lineCounter.linePos(failure.offset)
  const hint = failure.hint ?? hintFor(matter.split('\n'), line)
  return { reason: failure.reason, line, column: col, hint }
}

type Failure = { readonly reason: string; readonly offset: number; readonly hint?: string }

function failureOf(document: Document.Parsed): Failure | { readonly value: unknown } {
  const [error] = document.errors
  if (error) return explainError(document, error)
  try {
    return { value: document.toJS() }
  } catch (error) {
    // Aliases are resolved only here: one without its anchor, or so many that they are an attack on the memory.
    if (!(error instanceof ReferenceError)) throw error
    return explainAlias(document, error)
  }
}

function explainError(document: Document.Parsed, { code, message, pos }: YAMLError): Failure {
  if (code !== 'MISSING_CHAR' || !/closing ['"]quote/.test(message))
    return { reason: message, offset: pos[0] }
  let offset = pos[0]
  visit(document, {
    Scalar(_key, node) {
      if (node.range && /^QUOTE/.test(node.type ?? '') && node.range[0] <= pos[0]) offset = node.range[0]
    },
  })
  return { reason: 'the quote is not closed', offset, hint: 'Close the quote' }
}

function explainAlias(document: Document.Parsed, error: ReferenceError): Failure {
  let failure: Failure = { reason: error.message, offset: 0, hint: 'Write the values out' }
  visit(document, {
    Alias(_key, node) {
      const offset = node.range?.[0] ?? 0
      if (node.resolve(document) !== undefined) {
        failure = { ...failure, offset }
        return undefined
      }
      const reason = `there is no anchor "&${node.source}" for "*${node.source}"`
      failure = { reason, offset, hint: quoted('*') }
      return visit.BREAK
    },
  })
  return failure
}

const quoted = (start: string) => `Put the value in quotes: it begins with \`${start}\``

/** The mistakes that make most broken YAML: tabs, and bare values that begin or go on like YAML's own marks. */
function hintFor(lines: readonly string[], line: number): string | undefined {
  const around = lines.slice(Math.max(0, line - 2), line + 1)
  if (around.some((text) => /^\s*\t/.test(text))) return 'Indent with spaces: YAML takes no tabs'
  const mark = /^\s*(?:- +)?(?:[\w-]+:\s+)?([@`%|>*]|\[[^\]]*\](?=\s*[^\s#])|\{.*\}(?=\s*[^\s#]))/.exec(
    lines[line - 1] ?? '',
  )
  if (mark?.[1]) return quoted(mark[1].charAt(0))
  if (around.some((text) => /^\s*[\w-]+:\s+[^"'[{|>#\s][^#]*:\s/.test(text))) {
    return 'Put the value in quotes: it holds a colon'
  }
  return undefined
}
