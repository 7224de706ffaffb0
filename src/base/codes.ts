/**
 * Every code a person can meet, with what it means. Codes are stable: scripts and searches rely on them. The
 * page about errors is made from this table, and a test sees to it that each is used.
 */
export const codes = {
  'cli/option': 'The command line holds something that the command does not know',
  'config/missing': 'There is no inkseal.config.ts, and no content folder, where the command was started',
  'config/load': 'The config file cannot be run',
  'config/unknown-key': 'The config holds a key that has no meaning',
  'config/invalid': 'A value in the config is not of the kind that its key takes',
  'content/missing': 'The content folder does not exist',
  'content/read': 'A file of the site cannot be read',
  'content/duplicate-url': 'Two pages or files would be published under one URL',
  'matter/syntax': 'The front matter is not valid YAML, TOML or JSON',
  'matter/unclosed': 'The front matter has no closing line',
  'matter/invalid-type': 'A front matter field has a value of the wrong kind',
  'matter/invalid-date': 'A date is not a date, or not one that the calendar has',
  'matter/missing-date': 'A post has no date, so it cannot be put in order',
  'markdown/plugin': 'A remark or rehype plugin threw',
  'shortcode/unknown': 'There is no shortcode of that name',
  'shortcode/syntax': 'A shortcode call is not well formed',
  'shortcode/arguments':
    'A shortcode was called with arguments that it does not take, or without one that it needs',
  'theme/missing': 'The theme folder does not exist',
  'theme/invalid': 'The theme cannot be bundled or does not export what it must',
  'theme/missing-layout': 'A page asks for a layout that neither the site nor the theme has',
  'theme/render': 'A layout threw while it rendered a page',
  'release/missing': 'There is no release to serve',
  'release/damaged': 'A release or its manifest cannot be read',
  'release/write': 'The release could not be written',
  'base/locked': 'Another process is at work on the same files',
  'server/port-in-use': 'Another program listens on the port',
  'server/port-denied': 'The system does not let this user listen on the port',
  'server/listen': 'The server cannot listen on the address',
} as const satisfies Record<string, string>

export type Code = keyof typeof codes
