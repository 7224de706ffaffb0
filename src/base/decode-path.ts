/** A percent-encoded text decoded; as it is where it is not well encoded, as people write them. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
