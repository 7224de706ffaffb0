import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: [
      { find: /^inkseal\/(\w+)$/, replacement: path.resolve('src/$1/index.ts') },
      { find: 'inkseal', replacement: path.resolve('src/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/global.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'test/.cache/report.json' }]]
      : ['default'],
  },
})
