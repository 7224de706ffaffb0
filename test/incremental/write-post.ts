import type { Random } from './random.ts'

export const tags = ['ink', 'paper', 'letter press', 'Wax & Seal', 'roads', 'rivers', 'lamps'] as const

/** The text of a post, with a few of the things that posts have. Dates are days before or after `now`. */
export function writePost(random: Random, now: number, days = -random.below(400)): string {
  const date = new Date(now + days * 86_400_000).toISOString()
  const chosen = [...new Set([random.pick(tags), random.pick(tags)])]
  const matter = [
    `title: "${titleOf(random)}"`,
    `date: ${random.chance(0.5) ? date.slice(0, 10) : date}`,
    `tags: ${JSON.stringify(chosen)}`,
    ...(random.chance(0.4) ? [`description: ${random.words(6)}`] : []),
  ]
  const parts = Array.from({ length: 3 + random.below(4) }, () => writePart(random))
  return `---\n${matter.join('\n')}\n---\n${parts.join('\n\n')}\n`
}

export function titleOf(random: Random): string {
  const words = random.words(3)
  return `${words[0]?.toUpperCase()}${words.slice(1)}`
}

export const writePart = (random: Random): string => random.pick(parts)(random)

const paragraph = (random: Random) =>
  `${random.words(8)} *${random.words(2)}*, "${random.words(3)}" -- ${random.words(12)}.`

const footnote = (random: Random, name: string) =>
  `A note[^${name}] and ~~${random.words(2)}~~.\n\n[^${name}]: ${random.words(4)}`

const parts: readonly ((random: Random) => string)[] = [
  paragraph,
  paragraph,
  paragraph,
  (random) => `## ${titleOf(random)}\n\n${paragraph(random)}`,
  (random) => `### ${titleOf(random)}\n\n${paragraph(random)}`,
  (random) => `- ${random.words(3)}\n- ${random.words(2)}\n  - ${random.words(2)}`,
  (random) => `\`\`\`js\nconst ${random.words(1)} = '${random.words(2)}' // ${random.words(3)}\n\`\`\``,
  (random) => `| a | b |\n| - | - |\n| ${random.words(1)} | ${random.words(1)} |`,
  (random) => `> [!NOTE]\n> ${random.words(5)}`,
  (random) => `<div class="raw">${random.words(2)} <b>${random.words(1)}</b></div>`,
  (random) => footnote(random, `n${random.below(1000)}`),
  () => '<!--more-->',
  (random) => `{{< member ${random.pick(['ada', 'ben', 'cy'])} >}}`,
  (random) =>
    `{{% note title="${random.words(2)}" %}}\n## ${titleOf(random)}\n\n${paragraph(random)}\n{{% /note %}}`,
  () => 'There are {{< census >}} here.',
  (random) =>
    `Home is [here]({{< relref "/" >}}), and [there](/${random.pick(['posts', 'notes', 'nowhere'])}/).`,
]
