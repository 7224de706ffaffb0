import { defineTheme } from 'inkseal/theme'

export default defineTheme({ name: 'folio', styles: ['styles/main.css'], scripts: ['scripts/main.ts'] })
