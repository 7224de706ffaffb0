import { toHtml } from 'hast-util-to-html'
import type { ShortcodeDefinition } from '../shortcode.ts'
import { ShortcodeRefusal } from '../shortcode-refusal.ts'
import { element } from './element.ts'
import { readArguments } from './read-arguments.ts'

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
] as const

/**
 * A YouTube player that sets no cookie and takes the width it is given. Arguments as in Hugo's manual ("YouTube
 * shortcode"): the video's id, alone or as `id`, and allowFullScreen, autoplay, class, controls, end, loading,
 * loop, mute, start, title.
 */
export const youtube: ShortcodeDefinition = {
  inner: false,
  render: (call) => {
    const given = readArguments(call, { names, order: ['id', 'class'] })
    const { id } = given
    if (id === undefined) {
      const hint = 'Write {{< youtube id="Crbf76AhbaQ" >}}'
      throw new ShortcodeRefusal('it needs the id of a video', { hint })
    }
    if (!/^[\w-]+$/.test(id)) {
      throw new ShortcodeRefusal(`"${id}" is not the id of a video`, {
        hint: 'Take the id from the address: …watch?v=ID',
        argument: Object.hasOwn(call.arguments.named, 'id') ? 'id' : 0,
      })
    }
    return player(id, given)
  },
}

type Given = ReturnType<typeof readArguments<(typeof names)[number]>>

function player(id: string, given: Given): string {
  const frame = element('iframe', {
    src: address(id, given),
    title: given.title ?? 'YouTube video',
    loading: given.loading === 'eager' ? 'eager' : 'lazy',
    // YouTube refuses to play for a page that tells it nothing of where it stands.
    referrerPolicy: 'strict-origin-when-cross-origin',
    allow: 'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture',
    allowFullScreen: !isOff(given.allowFullScreen),
  })
  return toHtml(element('div', { className: (given.class ?? 'video').split(/\s+/) }, [frame]))
}

function address(id: string, named: Given): string {
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
