import type { NotFoundProps } from 'inkseal/theme'
import { Leaf } from '../components/leaf.tsx'
import { Masthead } from '../components/masthead.tsx'

/** What a reader sees where nothing is published. */
export default function NotFound({ site, head }: NotFoundProps) {
  return (
    <Leaf site={site} head={head}>
      <Masthead title="This leaf is blank" description="Nothing is published at this address." />
      <div class="prose">
        <p>
          The page may have moved, or the address may have a slip of the pen in it. From here you can go to
        </p>
        <ul>
          <li>
            <a href="/">the front page</a>, which has the newest posts
          </li>
          {site.taxonomies.map(({ title, url }) => (
            <li key={url}>
              <a href={url}>{title}</a>, which lists what there is by subject
            </li>
          ))}
        </ul>
      </div>
    </Leaf>
  )
}
