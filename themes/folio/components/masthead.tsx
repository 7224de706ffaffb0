import type { Link, Pager } from 'inkseal/theme'

type Props = {
  readonly title: string
  readonly description: string | undefined
  /** What this list is a part of: "Tags" above a tag. */
  readonly parent?: Link | undefined
  readonly pager?: Pager
}

/** The head of a list: where it belongs, its title, one line about it. */
export function Masthead({ title, description, parent, pager }: Props) {
  return (
    <header class="masthead">
      {parent && (
        <p class="kicker">
          <a href={parent.url}>{parent.title}</a>
        </p>
      )}
      <h1>{title}</h1>
      {description && <p class="lede">{description}</p>}
      {pager && pager.number > 1 && (
        <p class="meta">
          Page {pager.number} of {pager.count}
        </p>
      )}
    </header>
  )
}
