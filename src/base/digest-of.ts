import { hash } from 'node:crypto'

/** SHA-256 of bytes, or of a text in UTF-8, in base64url. */
export const digestOf = (content: string | Uint8Array): string => hash('sha256', content, 'base64url')
