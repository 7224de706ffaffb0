import type { Log } from '../base/log.ts'
import { SiteError } from '../base/site-error.ts'
import type { Answer } from './answer.ts'
import { plainAnswer } from './answer.ts'
import { answerChallenge, CHALLENGE_PREFIX } from './answer-challenge.ts'
import type { Asked, Request, Response } from './exchange.ts'
import { abort, send } from './exchange.ts'
import type { HotFiles } from './hot-files.ts'
import { sendAnswer } from './send-answer.ts'
import type { Connections } from './track-connections.ts'

/** Answers a listener's requests. Whatever goes wrong with one, it is that one only: 500, and a line in the log. */
export function createHandler(options: {
  readonly answer: (asked: Asked) => Answer | Promise<Answer>
  readonly challenge: (token: string) => string | undefined
  readonly webroot: () => string
  readonly opened: Connections['opened']
  readonly hot: HotFiles
  readonly log: Log
}): (request: Request, response: Response) => void {
  const { hot, log } = options

  const decide = (asked: Asked): Answer | Promise<Answer> => {
    const asksForProof = asked.target.startsWith(CHALLENGE_PREFIX) && /^(GET|HEAD)$/.test(asked.method)
    return asksForProof
      ? answerChallenge(asked.target, options.challenge, options.webroot())
      : options.answer(asked)
  }

  const respond = async (asked: Asked, request: Request, response: Response) => {
    const answer = decide(asked)
    await sendAnswer(request, response, { answer: 'status' in answer ? answer : await answer, hot })
  }

  return (request, response) => {
    // Without a listener, a client that goes away while it is written to would end the process.
    response.on('error', () => {})
    options.opened(request, response)
    const asked = { method: request.method ?? '', target: request.url ?? '', headers: request.headers }
    respond(asked, request, response).catch((error: unknown) => {
      log.report({
        code: error instanceof SiteError ? (error.code ?? 'server/failure') : 'server/failure',
        severity: 'error',
        message: error instanceof Error ? error.message : String(error),
        ...(error instanceof SiteError && error.hint !== undefined && { hint: error.hint }),
      })
      sendFailure(response)
    })
  }
}

/** Tells the client nothing of the inside, and never throws. */
function sendFailure(response: Response): void {
  try {
    if (response.headersSent) abort(response)
    else send(response, 500, failure)
  } catch {
    abort(response)
  }
}

const failure = { headers: plainAnswer(500).headers, body: 'Internal Server Error\n' }
