type Props = { readonly as?: 'div' | 'span'; readonly class?: string; readonly html: string }

/** HTML that the markdown stage made. The one place where a string enters a page unescaped. */
export function RawHtml({ as: Element = 'div', class: className, html }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the build made this HTML from the author's own files
  return <Element class={className} dangerouslySetInnerHTML={{ __html: html }} />
}
