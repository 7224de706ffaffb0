import { createCertificates } from '../../src/acme/index.ts'

/** An agent in a process of its own, which a test can kill: options as JSON, the clock's offset with them. */
const { offset, ...options } = JSON.parse(process.argv[2] ?? '{}')

const certificates = createCertificates({
  ...options,
  clock: () => Date.now() + offset,
  log: { info: console.log, report: console.log },
  lookup: async () => ['127.0.0.1'],
})
await certificates.start()
