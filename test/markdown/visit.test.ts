import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit as libraryVisit, type VisitorResult } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { visit } from '../../src/markdown/visit.ts'

const text = `# A *heading*

- one
  > quoted \`code\`
- two [link](/x) ![image](/y)

| a | b |
| - | - |
| 1 | ~~2~~ |

Text, **strong *and* more**, text.
`

const parse = (): Root => unified().use(remarkParse).use(remarkGfm).parse(text)

type Visit = typeof visit

/** What a visitor is called with, when it answers each node as `answer` says. */
function calls(by: Visit, answer: (type: string, index: number | undefined) => VisitorResult) {
  const seen: unknown[] = []
  by(parse(), (node, index, parent) => {
    seen.push([node.type, index, parent?.type])
    return answer(node.type, index)
  })
  return seen
}

describe('visit, beside unist-util-visit', () => {
  test.each<[string, (type: string, index: number | undefined) => VisitorResult]>([
    ['nothing', () => undefined],
    ['true', () => true],
    ['skip', (type) => (type === 'listItem' ? 'skip' : undefined)],
    ['skip the root', (type) => (type === 'root' ? 'skip' : undefined)],
    ['end', (type) => (type === 'inlineCode' ? false : undefined)],
    ['end at the root', (type) => type !== 'root'],
    ['an index', (type, index) => (type === 'paragraph' ? (index ?? 0) + 2 : undefined)],
    ['an index below zero', (type) => (type === 'table' ? -1 : undefined)],
    ['both', (type, index) => (type === 'strong' ? ['skip', (index ?? 0) + 2] : undefined)],
    ['only an action', (type) => (type === 'table' ? ['skip'] : undefined)],
  ])('goes the same way where a visitor answers %s', (_, answer) => {
    expect(calls(visit, answer)).toEqual(calls(libraryVisit, answer))
  })

  test('looks for one type, or for several', () => {
    const found = (by: Visit, types: string | string[]) => {
      const seen: string[] = []
      by(parse(), types, (node) => {
        seen.push(node.type)
      })
      return seen
    }
    expect(found(visit, 'listItem')).toEqual(['listItem', 'listItem'])
    const several = ['emphasis', 'link', 'root']
    expect(found(visit, several)).toEqual(found(libraryVisit, several))
  })

  test('goes on behind what a visitor has put in the place of a node', () => {
    const result = (by: Visit) => {
      const tree = parse()
      by(tree, 'text', (node, index, parent) => {
        if (!parent || index === undefined) return undefined
        const words = node.value.split(' ').map((value) => ({ type: 'text', value }) as const)
        parent.children.splice(index, 1, ...words)
        return ['skip', index + words.length]
      })
      return tree
    }
    expect(result(visit)).toEqual(result(libraryVisit))
  })
})
