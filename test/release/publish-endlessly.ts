import { createPublisher } from './site.ts'

// A process of its own, to be killed: publishes one edition after the other, and says which is published.
const [, , root = '', first = '1'] = process.argv

let edition = Number(first)
const publish = createPublisher(root, Date.UTC(2026, 0, 1) + edition * 3_600_000)
for (; ; edition++) {
  const pages = Array.from({ length: 40 }, (_, index) => {
    // A tenth of the pages says the edition; others come and go, or are a file now and a folder then.
    const word = index % 10 === 0 ? `edition ${edition}` : 'always the same'
    const name = index % 10 === 1 ? `p${index}/${edition % 3}/index.html` : `p${index}/index.html`
    return [index % 10 === 2 && edition % 2 === 0 ? `p${index}` : name, `${word} ${index}`]
  })
  await publish({ ...Object.fromEntries(pages), 'edition.txt': String(edition) })
  process.stdout.write(`${edition}\n`)
}
