type Props = { readonly as?: 'div' | 'span'; readonly class?: string; readonly html: string }

/** HTML that the build made from the author's own files. With the data in the head, the one place where a string enters a page unescaped. */
export function RawHtml({ as: Element = 'div', class: className, html }: Props) {
  return <Element class={className} dangerouslySetInnerHTML={{ __html: html }} />
}
