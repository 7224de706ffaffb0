import { toHtml } from 'hast-util-to-html'
import { element } from './element.ts'

export type LinkCard = {
  /** Whose it is, for the theme: `x`. */
  readonly kind: string
  readonly url: string
  readonly text: string
  readonly className?: string | undefined
  readonly title?: string | undefined
}

/** What stands for something of another site: a link, so that readers tell that site of themselves when they choose to. */
export const linkCard = ({ kind, url, text, className, title }: LinkCard): string =>
  toHtml(
    element('p', { className: ['link-card', `link-card-${kind}`, ...(className ? [className] : [])] }, [
      element('a', { href: url, rel: ['noopener', 'noreferrer'], ...(title !== undefined && { title }) }, [
        text,
      ]),
    ]),
  )
