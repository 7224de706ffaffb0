import type { Size } from './measure-size.ts'
import { type Line, median } from './summarize.ts'

/** The figures as a table of Markdown: seconds, how many times as long as Inkseal takes, and memory. */
export function printTable(lines: readonly Line[], sizes: readonly Size[]): string {
  const names = lines[0]?.tools.map(({ tool }) => tool) ?? []
  const [own = '', ...others] = names
  const hasFloor = sizes.some(({ floors }) => floors.length > 0)
  const head = [
    'posts',
    'work',
    own,
    ...others.flatMap((name) => [name, 'times']),
    ...(hasFloor ? ['floor'] : []),
  ]
  const rows = sizes.flatMap((size) => {
    const own = lines.filter(({ posts }) => posts === size.posts)
    const floor = hasFloor ? [floorOf(size)] : []
    return [
      ...own.map((line, index) => [
        index === 0 ? size.posts.toLocaleString('en') : '',
        line.work,
        ...timesOf(line),
        ...(index === 0 ? floor : floor.map(() => '')),
      ]),
      ...own.slice(0, 1).map((line) => ['', 'memory, cold', ...peaksOf(line), ...floor.map(() => '')]),
    ]
  })
  const rule = head.map((_, index) => (index < 2 ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const timesOf = ({ tools }: Line) =>
  tools.flatMap(({ milliseconds, times }, index) => [
    seconds(milliseconds),
    ...(index > 0 ? [ratio(times)] : []),
  ])

function peaksOf({ tools }: Line): readonly string[] {
  const own = tools[0]?.peak
  return tools.flatMap(({ peak }, index) => [
    peak === undefined ? '' : `${Math.round(peak / 1e6).toLocaleString('en')} MB`,
    ...(index === 0 ? [] : [peak && own ? ratio(peak / own) : '']),
  ])
}

const floorOf = ({ floors }: Size) =>
  `${seconds(median(floors.map(({ copying }) => copying)))} + ${seconds(median(floors.map(({ writing }) => writing)))}`

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`

const ratio = (value: number) => value.toFixed(value < 10 ? 1 : 0)
