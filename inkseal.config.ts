import { defineConfig } from 'inkseal'

export default defineConfig({
  site: {
    url: 'https://localhost:8443',
    title: 'Inkseal',
    description: 'Write in ink, publish under your own seal.',
  },
  menu: [
    { title: 'Posts', url: '/posts/' },
    { title: 'Tags', url: '/tags/' },
    { title: 'About', url: '/about/' },
  ],
})
