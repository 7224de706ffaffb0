import type { Root } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import { visit } from '../visit.ts'
import type { Point } from './create-locator.ts'

export type Origin = (offset: number, side: 'start' | 'end') => Point

/** Gives every node of a tree, which was made of another text, its place in the author's file. */
export function mapPositions(tree: Root, origin: Origin): void {
  visit(tree, (node) => {
    const { position } = node
    if (position?.start.offset === undefined || position.end.offset === undefined) return
    node.position = {
      start: origin(position.start.offset, 'start'),
      end: origin(position.end.offset, 'end'),
    }
  })
}

/** The same for what a parser said of the text that it read. `offsetOf` finds an offset where none is given. */
export function mapMessages(
  messages: readonly VFileMessage[],
  { origin, offsetOf }: { origin: Origin; offsetOf: (line: number, column: number) => number },
): void {
  for (const message of messages) {
    if (message.line === undefined) continue
    const given = message.place && 'start' in message.place ? message.place.start : message.place
    const { line, column, offset } = origin(
      given?.offset ?? offsetOf(message.line, message.column ?? 1),
      'start',
    )
    message.line = line
    message.column = column
    message.place = { line, column, offset }
  }
}
