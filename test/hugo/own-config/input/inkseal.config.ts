import { defineConfig } from 'inkseal'

export default defineConfig({
  site: { url: 'https://example.org', title: 'Our own config', timeZone: 'Europe/Berlin' },
  taxonomies: { tag: 'tags', person: 'people' },
  pagination: { size: 2 },
})
