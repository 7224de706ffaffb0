import type { Entry, SiteView } from 'inkseal/theme'
import { PostDate } from './post-date.tsx'
import { RawHtml } from './raw-html.tsx'
import { StateBadge } from './state-badge.tsx'
import { word } from './words.ts'

type Props = { readonly site: SiteView; readonly entries: readonly Entry[] }

/** Posts as a ledger: the date in the margin, then the title and what the post is about. */
export function EntryList({ site, entries }: Props) {
  if (entries.length === 0) return <p class="empty">{word(site, 'empty')}</p>
  return (
    <ol class="entries">
      {entries.map((entry) => (
        <li key={entry.url}>
          <Item site={site} entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Item({ site, entry }: { readonly site: SiteView; readonly entry: Entry }) {
  return (
    <article class="entry">
      <h2>
        <a href={entry.url}>{entry.title}</a>
        <StateBadge state={entry.state} />
      </h2>
      <p class="meta">
        {entry.date && <PostDate site={site} date={entry.date} />}
        <span>
          {entry.minutes} {word(site, 'minutes')}
        </span>
      </p>
      {entry.description ? <p>{entry.description}</p> : <Summary entry={entry} />}
    </article>
  )
}

function Summary({ entry }: { readonly entry: Entry }) {
  return (
    <>
      {entry.summary && <RawHtml class="prose" html={entry.summary} />}
      {entry.truncated && (
        <p>
          <a class="more" href={entry.url}>
            Read on<span class="sr-only">: {entry.title}</span>
          </a>
        </p>
      )}
    </>
  )
}
