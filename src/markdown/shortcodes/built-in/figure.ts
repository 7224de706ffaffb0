import type { Properties } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { encodePath } from '../../../base/encode-path.ts'
import type { ShortcodeDefinition } from '../shortcode.ts'
import type { ShortcodeCall } from '../shortcode-call.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { element } from './element.ts'
import { readArguments } from './read-arguments.ts'

const names = [
  'src',
  'alt',
  'width',
  'height',
  'loading',
  'class',
  'link',
  'target',
  'rel',
  'title',
  'caption',
  'attr',
  'attrlink',
] as const

type Given = ReturnType<typeof readArguments<(typeof names)[number]>>

/** A picture with its caption (Hugo's manual, "Figure shortcode"). */
export const figure: ShortcodeDefinition = {
  inner: false,
  render: (call) => {
    const given = readArguments(call, { names })
    if (given.src === undefined) {
      throw new ShortcodeRefusal('it needs a picture', { hint: 'Write {{< figure src="picture.jpg" >}}' })
    }
    const { class: className, link } = given
    const picture = pictureOf(call, given, given.src)
    const shown = link === undefined ? picture : element('a', linkOf(call, link, given), [picture])
    const caption = captionOf(call, given)
    return toHtml(
      element('figure', className === undefined ? {} : { className: className.split(/\s+/) }, [
        shown,
        ...(caption ? [caption] : []),
      ]),
    )
  },
}

function pictureOf(call: ShortcodeCall, { alt, caption, width, height, loading }: Given, src: string) {
  return element('img', {
    src: addressOf(call, src),
    // What stands in the caption need not be read out twice, but then nothing else would say what the picture is.
    alt: alt ?? (caption === undefined ? '' : call.markdownify(caption)),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(loading !== undefined && { loading }),
  })
}

const linkOf = (call: ShortcodeCall, link: string, { target, rel }: Given): Properties => ({
  href: addressOf(call, link),
  ...(target !== undefined && { target }),
  ...(rel !== undefined && { rel: rel.split(/\s+/) }),
})

function captionOf(call: ShortcodeCall, { title, caption, attr, attrlink }: Given) {
  const author = attr === undefined ? '' : call.markdownify(attr)
  const linked =
    attrlink === undefined || attr === undefined
      ? author
      : element('a', { href: addressOf(call, attrlink) }, [author])
  const words = caption === undefined ? [] : [call.markdownify(caption), ...(attr === undefined ? [] : [' '])]
  const parts = [
    ...(title === undefined ? [] : [element('h4', {}, [title])]),
    ...(caption === undefined && attr === undefined ? [] : [element('p', {}, [...words, linked])]),
  ]
  return parts.length > 0 ? element('figcaption', {}, parts) : undefined
}

/** A file beside the page is meant by its name; anything else is taken as it is, as in Hugo. */
function addressOf(call: ShortcodeCall, address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
  if (path === '' || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path)) return address
  const url = call.resource(path)
  return url === undefined ? address : encodePath(url) + rest
}
