import type { NotFoundProps } from 'inkseal/theme'
import { Leaf } from '../components/leaf.tsx'
import { Masthead } from '../components/masthead.tsx'
import { word } from '../components/words.ts'

/** What a reader sees where nothing is published. */
export default function NotFound({ site, head }: NotFoundProps) {
  return (
    <Leaf site={site} head={head}>
      <Masthead title={word(site, 'lost')} description={word(site, 'lost_lede')} />
      <div class="prose">
        <p>{word(site, 'lost_text')}</p>
        <ul>
          <li>
            <a href={site.home}>{word(site, 'home')}</a>
          </li>
          {site.taxonomies.map(({ title, url }) => (
            <li key={url}>
              <a href={url}>{title}</a>
            </li>
          ))}
        </ul>
      </div>
    </Leaf>
  )
}
