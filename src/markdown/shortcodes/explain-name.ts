import { nearest } from '../../base/nearest.ts'

export type NameContext = {
  readonly shortcodes: Readonly<Record<string, unknown>>
  readonly templates?: ReadonlyMap<string, string>
  readonly templateCalls?: 'error' | 'warning'
  readonly folder?: string
  /** Whether there is a shortcode of that name. */
  readonly isKnown: boolean
}

export type ExplainedName = {
  readonly code: 'shortcode/unknown' | 'shortcode/template'
  readonly reason: string
  readonly hint: string
  readonly severity?: 'warning'
}

/** What is to be said of a name that is called: that there is no such shortcode, or that it is a template of Hugo's. */
export function explainName(name: string, context: NameContext): ExplainedName | undefined {
  const { shortcodes, templates, templateCalls, folder, isKnown } = context
  const template = templates?.get(name) ?? templates?.get(name.toLowerCase())
  if (template !== undefined) {
    const own = template.replace(/\..*$/, '.tsx')
    if (!isKnown && templateCalls === 'warning') {
      return {
        code: 'shortcode/template',
        severity: 'warning',
        reason: `Cannot run ${template}: it is a Go template, so that only the text between its tags is shown`,
        hint: `Write ${own} beside it, a component that is given the call`,
      }
    }
    return isKnown
      ? {
          code: 'shortcode/template',
          severity: 'warning',
          reason: `Cannot run ${template}: it is a Go template, so that Inkseal's own "${name}" is used`,
          hint: `Write ${own} to have another, or take the template away`,
        }
      : {
          code: 'shortcode/template',
          reason: `Cannot use the shortcode "${name}": ${template} is a Go template, and those are not run`,
          hint: `Write ${own} in its place, a component that is given the call`,
        }
  }
  if (isKnown) return undefined
  if (name.endsWith('.inline')) {
    return {
      code: 'shortcode/template',
      reason: `Cannot use the shortcode "${name}": its text is a Go template, and those are not run`,
      hint: `Write ${folder ?? 'layouts/shortcodes'}/${name.replace(/\.inline$/, '')}.tsx, and call that`,
    }
  }
  const known = Object.keys(shortcodes)
  const meant = nearest(name, known)
  const itself = `to print the tag itself, write {{</* ${name} */>}}`
  const add =
    folder === undefined ? `There is ${known.join(', ')}` : `Write ${folder}/${name}.tsx to have one`
  return {
    code: 'shortcode/unknown',
    reason: `Cannot use the shortcode "${name}": there is none of that name`,
    hint: meant ? `Did you mean "${meant}"?` : `${add}; ${itself}`,
  }
}
