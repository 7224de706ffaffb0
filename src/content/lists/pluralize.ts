/**
 * The plural of an English word, or of the last of several; what is one already stays. Hugo makes plurals of the
 * titles of sections without an `_index.md`. (Of `video` it makes "Videoes".)
 */
export function pluralize(text: string): string {
  const [, before = '', word = ''] = /^(.*?)([\p{L}\p{N}]*)$/su.exec(text) ?? []
  if (word === '') return text
  const lower = word.toLowerCase()
  const irregular = irregulars[lower]
  if (irregular !== undefined) return before + likeFirst(word, irregular)
  if (unchanged.has(lower) || isPlural(lower)) return text
  const [pattern, ending] = rules.find(([rule]) => rule.test(word)) ?? [/$/, 's']
  return before + word.replace(pattern, ending)
}

const irregulars: Readonly<Record<string, string>> = {
  child: 'children',
  foot: 'feet',
  goose: 'geese',
  man: 'men',
  mouse: 'mice',
  ox: 'oxen',
  person: 'people',
  tooth: 'teeth',
  woman: 'women',
  datum: 'data',
  medium: 'media',
  criterion: 'criteria',
  phenomenon: 'phenomena',
  alumnus: 'alumni',
  cactus: 'cacti',
  quiz: 'quizzes',
  index: 'indices',
  matrix: 'matrices',
  vertex: 'vertices',
  appendix: 'appendices',
}

const unchanged = new Set([
  ...['alumni', 'children', 'criteria', 'data', 'equipment', 'feet', 'fish', 'geese', 'information', 'media'],
  ...[
    'men',
    'mice',
    'money',
    'moose',
    'news',
    'oxen',
    'people',
    'police',
    'rice',
    'series',
    'sheep',
    'species',
  ],
  ...['teeth', 'women', 'you'],
])

/** Ends in an s that is no part of the word itself. */
const isPlural = (word: string) => word.length > 2 && /[^su]s$/.test(word) && !/[sx]is$/.test(word)

const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<=^(?:cal|el|hal|kni|lea|li|loa|scar|sel|shea|shel|thie|wi|wol))fe?$/i, 'ves'],
  [/^.$/, '$&s'],
  [/(?<=[aeiou])y$/i, 'ys'],
  [/(?<=qu|[^aeiou])y$/i, 'ies'],
  [/sis$/i, 'ses'],
  [/(?<=[aeiou])o$/i, 'os'],
  [
    /(?<=^(?:auto|avocado|burrito|demo|disco|euro|info|intro|kilo|logo|macro|memo|photo|piano|pro|promo|repo|solo|taco|tempo|typo|zero))$/i,
    's',
  ],
  [/(?<=o)$/i, 'es'],
  [/(?<=s|x|z|ch|sh)$/i, 'es'],
]

const likeFirst = (word: string, plural: string) =>
  /^\p{Lu}/u.test(word) ? plural.charAt(0).toUpperCase() + plural.slice(1) : plural
