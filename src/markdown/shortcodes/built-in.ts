import { comment } from './built-in/comment.ts'
import { details } from './built-in/details.ts'
import { figure } from './built-in/figure.ts'
import { gist } from './built-in/gist.ts'
import { highlight } from './built-in/highlight.ts'
import { instagram } from './built-in/instagram.ts'
import { param } from './built-in/param.ts'
import { tweet, x } from './built-in/post-on-x.ts'
import { qr } from './built-in/qr.ts'
import { ref, relref } from './built-in/ref.ts'
import { vimeo } from './built-in/vimeo.ts'
import { youtube } from './built-in/youtube.ts'
import type { Shortcode } from './shortcode.ts'

/** The shortcodes that every site has, by name; the last five are those of older blogs. */
export const builtIn: Readonly<Record<string, Shortcode>> = {
  details,
  figure,
  highlight,
  instagram,
  param,
  qr,
  ref,
  relref,
  vimeo,
  x,
  youtube,
  comment,
  gist,
  tweet,
  twitter: tweet,
  twitter_simple: tweet,
}
