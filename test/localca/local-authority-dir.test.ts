import { expect, test } from 'vitest'
import { localAuthorityDir } from '../../src/localca/local-authority-dir.ts'

test.each([
  [{}, 'linux', '/home/ada', '/home/ada/.local/share/inkseal'],
  [{ XDG_DATA_HOME: '/data' }, 'linux', '/home/ada', '/data/inkseal'],
  [{ XDG_DATA_HOME: 'data' }, 'linux', '/home/ada', '/home/ada/.local/share/inkseal'],
  [{ XDG_DATA_HOME: '/data', INKSEAL_HOME: '/ink' }, 'linux', '/home/ada', '/ink'],
  [{ INKSEAL_HOME: '' }, 'linux', '/home/ada', '/home/ada/.local/share/inkseal'],
  [{ XDG_DATA_HOME: '/data' }, 'darwin', '/Users/ada', '/Users/ada/Library/Application Support/inkseal'],
  [{ LOCALAPPDATA: 'D:\\local' }, 'win32', 'C:\\Users\\ada', 'D:\\local\\inkseal'],
  [{}, 'win32', 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Local\\inkseal'],
] as const)('%o on %s', (env, platform, home, expected) => {
  expect(localAuthorityDir(env, platform, home)).toBe(expected)
})
