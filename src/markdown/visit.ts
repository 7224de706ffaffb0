import type { Node, Parent } from 'mdast'
import type { visit as libraryVisit, Visitor, VisitorResult } from 'unist-util-visit'

export const SKIP = 'skip'

/**
 * Visits a tree as unist-util-visit does, depth first, parents before their children; with its types, and without
 * what no one asks for here. That one makes a function for each node and names it, for the stack traces of others:
 * with a dozen passes over every page, a fifth of a build.
 */
export const visit = ((tree: Node, test: Test | Visitor, visitor?: Visitor): void => {
  const visit =
    typeof test === 'function' ? { test: undefined, visitor: test } : { test, visitor: visitor ?? none }
  const { action } = matches(tree, visit.test) ? read(visit.visitor(tree, undefined, undefined)) : GO_ON
  if (action !== false && action !== SKIP && isParent(tree)) visitChildren(tree, visit)
}) as typeof libraryVisit

type Test = string | readonly string[]

type Visit = { readonly test: Test | undefined; readonly visitor: Visitor }

const none: Visitor = () => {}

/** Gives false where a visitor has ended it all. A visitor may put in and take out nodes while this goes on. */
function visitChildren(parent: Parent, visit: Visit): boolean {
  for (let at = 0; at >= 0; ) {
    const child: Node | undefined = parent.children[at]
    if (!child) break
    const { action, next } = matches(child, visit.test) ? read(visit.visitor(child, at, parent)) : GO_ON
    if (action === false) return false
    if (action !== SKIP && isParent(child) && !visitChildren(child, visit)) return false
    at = next ?? at + 1
  }
  return true
}

const matches = ({ type }: Node, test: Test | undefined) =>
  test === undefined || (typeof test === 'string' ? type === test : test.includes(type))

type Result = { readonly action: unknown; readonly next: number | undefined }

const GO_ON: Result = { action: true, next: undefined }

function read(result: VisitorResult): Result {
  if (result === undefined || result === null || result === true) return GO_ON
  if (typeof result === 'number') return { action: true, next: result }
  if (typeof result !== 'object') return { action: result, next: undefined }
  const [action, next] = result
  return { action, next: next ?? undefined }
}

const isParent = (node: Node): node is Parent => 'children' in node && Array.isArray(node.children)
