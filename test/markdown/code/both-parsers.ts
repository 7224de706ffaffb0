import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type PluggableList, unified } from 'unified'
import { remarkNative } from '../../../src/markdown/parsers/remark-native.ts'

/** The reference parser, and the native one as it is: what is to hold for posts must hold for both. */
export const bothParsers = [
  ['remark-parse', () => begin([remarkGfm])],
  ['satteri', () => begin([remarkNative])],
] as const

const begin = (plugins: PluggableList) => unified().use(remarkParse).use(plugins)
