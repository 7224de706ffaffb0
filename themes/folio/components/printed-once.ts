import { type FunctionComponent, h } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'

type Sameness<Props> = {
  /** What the markup belongs to, and is forgotten with: a site, its feeds, an entry of its lists. */
  readonly of: (props: Props) => object
  /** What it differs by beside that. */
  readonly by?: (props: Props) => string
}

/** A component of which the markup is the same on many pages: it is printed once, and then stands on each as it is. */
export function printedOnce<Props extends object>(
  component: FunctionComponent<Props>,
  { of, by = () => '' }: Sameness<Props>,
): FunctionComponent<Props> {
  const printed = new WeakMap<object, Map<string, string>>()
  return (props) => {
    const owner = of(props)
    const kept = printed.get(owner) ?? new Map<string, string>()
    if (kept.size === 0) printed.set(owner, kept)
    const key = by(props)
    const markup = kept.get(key) ?? renderToString(h(component, props))
    kept.set(key, markup)
    return jsxTemplate([markup])
  }
}
