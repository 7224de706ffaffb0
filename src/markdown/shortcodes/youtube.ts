import { toHtml } from 'hast-util-to-html'
import { nearest } from '../../base/nearest.ts'
import type { Shortcode } from './shortcode.ts'

const names = [
  'id',
  'allowFullScreen',
  'autoplay',
  'class',
  'controls',
  'end',
  'loading',
  'loop',
  'mute',
  'start',
  'title',
]

/**
 * A YouTube player that sets no cookie and takes the width it is given. Arguments as in Hugo's manual ("YouTube
 * shortcode"): the video's id, alone or as `id`, and allowFullScreen, autoplay, class, controls, end, loading,
 * loop, mute, start, title.
 */
export const youtube: Shortcode = ({ positional, named }) => {
  const unknown = Object.keys(named).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    const meant = nearest(unknown, names)
    return {
      reason: `it has no argument "${unknown}"`,
      hint: meant ? `Did you mean "${meant}"?` : `It takes ${names.join(', ')}`,
    }
  }
  const id = named.id ?? positional[0]
  if (!id) return { reason: 'it needs the id of a video', hint: 'Write {{< youtube id="Crbf76AhbaQ" >}}' }
  if (!/^[\w-]+$/.test(id)) {
    return { reason: `"${id}" is not the id of a video`, hint: 'Take the id from the address: …watch?v=ID' }
  }
  return toHtml({
    type: 'element',
    tagName: 'div',
    properties: { className: [named.class ?? 'video'] },
    children: [
      {
        type: 'element',
        tagName: 'iframe',
        properties: {
          src: address(id, named),
          title: named.title ?? 'YouTube video',
          loading: named.loading === 'eager' ? 'eager' : 'lazy',
          // YouTube refuses to play for a page that tells it nothing of where it stands.
          referrerPolicy: 'strict-origin-when-cross-origin',
          allow: 'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture',
          allowFullScreen: !isOff(named.allowFullScreen),
        },
        children: [],
      },
    ],
  })
}

function address(id: string, named: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams()
  if (isOn(named.autoplay)) query.set('autoplay', '1')
  if (isOff(named.controls)) query.set('controls', '0')
  if (named.end) query.set('end', named.end)
  // The player loops a playlist only: one of a single video, then.
  if (isOn(named.loop)) query.set('loop', '1')
  if (isOn(named.loop)) query.set('playlist', id)
  // Browsers start a video by themselves only when it is silent.
  if (isOn(named.mute) || isOn(named.autoplay)) query.set('mute', '1')
  if (named.start) query.set('start', named.start)
  const text = query.toString()
  return `https://www.youtube-nocookie.com/embed/${id}${text && `?${text}`}`
}

const isOn = (value: string | undefined) => value === 'true' || value === '1'
const isOff = (value: string | undefined) => value === 'false' || value === '0'
