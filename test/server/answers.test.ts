import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../../src/server/serve.ts'
import { ask1, ask2, type Question } from './ask.ts'
import { keepingLog, makeSite, startServer } from './site.ts'

const page = `<!doctype html><title>Post</title>${'<p>All work and no play. '.repeat(100)}`
/** Too large to be kept in memory: it goes through sirv. */
const film = randomBytes(3 * 1024 * 1024)
const size = film.length

let server: RunningServer
let etag: { plain: string; br: string; gzip: string; film: string }
let built: string
const log = keepingLog()

const ends: (() => Promise<void>)[] = []
const cleanUp = (end: () => Promise<void>) => {
  ends.unshift(end)
}
afterAll(async () => {
  for (const end of ends) await end()
})

beforeAll(async () => {
  const site = await makeSite(cleanUp)
  const release = await site.publish(
    {
      'index.html': '<h1>Home</h1>',
      '404.html': '<h1>Nothing here</h1>',
      'posts/a/index.html': page,
      'posts/übung/index.html': 'ü',
      'digits.txt': '0123456789',
      'fresh.txt': 'abcdefghij',
      'empty.txt': '',
      'film.mp4': film,
      'backup.tar.gz': film,
      'odd? name#.bin': film,
      'assets/app.abc123.js': 'app()',
      '.well-known/security.txt': 'Contact: mailto:a@example.org',
      '.secret': 'secret',
      'posts/.draft/index.html': 'draft',
      'about.html': 'about',
      'fr/404.html': '<h1>Rien ici</h1>',
      'forwards/old/index.html': 'moved',
      'forwards/x.html': 'moved',
      'forwards/lost.html': 'moved, by itself',
    },
    {
      redirects: {
        '/old/': '/posts/a/',
        '/older/': '/old/',
        '/round/': '/about-turn/',
        '/about-turn/': '/round/',
        '/away/': 'https://elsewhere.example/x?y=1',
        '/injected/': '/x\r\nSet-Cookie: a=1',
        '/posts/a/': '/never/',
        '/noslash': '/posts/a',
        '/forwards/old/': '/posts/a/',
        '/forwards/x.html': '/forwards/old/',
      },
      gone: ['/removed/'],
    },
  )
  built = new Date(release.manifest.builtAt).toUTCString()
  const tag = (path: string) => `"${release.manifest.files[path]?.digest}"`
  const plain = tag('posts/a/index.html')
  etag = {
    plain,
    br: plain.replace(/"$/, '-br"'),
    gzip: plain.replace(/"$/, '-gzip"'),
    film: tag('film.mp4'),
  }
  server = await startServer(site.root, { cleanUp, log })
})

type Row = {
  /** What is asked; a string is the path of a GET. */
  readonly ask: string | Question | (() => Question)
  readonly status: number
  readonly headers?:
    | Readonly<Record<string, string | undefined>>
    | (() => Readonly<Record<string, string | undefined>>)
  readonly body?: string | Buffer
}

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Question => ({ path, headers })
const range = (value: string, path = '/digits.txt') => get(path, { range: value })
const post = '/posts/a/'

const rows: Readonly<Record<string, readonly Row[]>> = {
  addresses: [
    { ask: '/', status: 200, body: '<h1>Home</h1>', headers: { 'content-type': 'text/html;charset=utf-8' } },
    { ask: '/posts/a/', status: 200, body: page },
    { ask: '/posts/a', status: 301, headers: { location: '/posts/a/' } },
    { ask: '/posts/a?q=1&r=%2F', status: 301, headers: { location: '/posts/a/?q=1&r=%2F' } },
    { ask: '/posts/a/index.html', status: 301, headers: { location: '/posts/a/' } },
    { ask: '/index.html', status: 301, headers: { location: '/' } },
    { ask: '/posts/a/index', status: 404 },
    { ask: '/about.html', status: 200, body: 'about' },
    { ask: '/about', status: 404 },
    { ask: '/about.html/', status: 404 },
    { ask: '/posts/', status: 404, body: '<h1>Nothing here</h1>' },
    { ask: '/404.html', status: 404, body: '<h1>Nothing here</h1>' },
    { ask: '/posts/%C3%BCbung/', status: 200, body: 'ü' },
    { ask: '/posts/u%CC%88bung/', status: 200, body: 'ü' },
    { ask: '/posts/%C3%BCbung', status: 301, headers: { location: '/posts/%C3%BCbung/' } },
    { ask: '/posts/%61/', status: 200, body: page },
    { ask: '/digits.txt?any=thing', status: 200, body: '0123456789' },
    { ask: '/empty.txt', status: 200, body: '', headers: { 'content-length': '0' } },
    { ask: '/.well-known/security.txt', status: 200, body: 'Contact: mailto:a@example.org' },
    { ask: '/odd%3F%20name%23.bin', status: 200, body: film },
    {
      ask: '/nothing',
      status: 404,
      body: '<h1>Nothing here</h1>',
      headers: { 'cache-control': 'no-cache', etag: undefined, 'last-modified': undefined },
    },
  ],
  'redirects of the manifest': [
    { ask: '/old/', status: 301, headers: { location: '/posts/a/', 'cache-control': 'no-cache' } },
    { ask: '/old', status: 301, headers: { location: '/posts/a/' } },
    { ask: '/old/index.html', status: 404 },
    { ask: '/old/?x=1', status: 301, headers: { location: '/posts/a/?x=1' } },
    { ask: '/older/', status: 301, headers: { location: '/posts/a/' } },
    { ask: '/noslash', status: 301, headers: { location: '/posts/a/' } },
    { ask: '/round/', status: 404 },
    { ask: '/away/', status: 301, headers: { location: 'https://elsewhere.example/x?y=1' } },
    { ask: '/away/?z=2', status: 301, headers: { location: 'https://elsewhere.example/x?y=1' } },
    { ask: '/injected/', status: 301, headers: { location: '/xSet-Cookie:%20a=1', 'set-cookie': undefined } },
    { ask: '/removed/', status: 410, body: '<h1>Nothing here</h1>' },
    { ask: '/removed', status: 410 },
    { ask: '/forwards/old/', status: 301, headers: { location: '/posts/a/' } },
    { ask: '/forwards/old', status: 301, headers: { location: '/posts/a/' } },
    { ask: '/forwards/old/index.html', status: 301, headers: { location: '/posts/a/' } },
    { ask: '/forwards/x.html', status: 301, headers: { location: '/posts/a/' } },
    { ask: '/forwards/lost.html', status: 200, body: 'moved, by itself' },
  ],
  'pages for what does not exist, by folder': [
    { ask: '/fr/rien/du/tout', status: 404, body: '<h1>Rien ici</h1>' },
    { ask: '/fr/', status: 404, body: '<h1>Rien ici</h1>' },
    { ask: '/fr/404.html', status: 404, body: '<h1>Rien ici</h1>' },
    { ask: '/fr', status: 404, body: '<h1>Nothing here</h1>' },
    { ask: '/french/', status: 404, body: '<h1>Nothing here</h1>' },
  ],
  'addresses that try something': [
    '/.secret',
    '/posts/.draft/',
    '/../../../../etc/passwd',
    '/posts/../digits.txt',
    '/..%2f..%2fetc%2fpasswd',
    '/posts%2Fa/',
    '/posts%5Ca/',
    '/posts\\a\\',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%252e%252e/etc/passwd',
    '/%2564igits.txt',
    '//example.com/',
    '//example.com/%2e%2e',
    '/\\example.com/',
    '//posts/a',
    '/posts//a/',
    '/./digits.txt',
    '/posts/a/index.html.br',
    '/posts/a/index.html.gz',
    '/posts/a/.br',
    '/__proto__',
    '/constructor',
    '/release.json',
  ].map((path) => ({ ask: path, status: 404, headers: { location: undefined } })),
  'targets that are none': [
    '/%00',
    '/digits.txt%00.html',
    '/%c0%ae%c0%ae/',
    '/%c0%af',
    '/%',
    '/%zz',
    '/%ff',
  ].map((path) => ({ ask: path, status: 400, body: 'Bad Request\n' })),
  methods: [
    {
      ask: { method: 'HEAD', path: '/digits.txt' },
      status: 200,
      body: '',
      headers: { 'content-length': '10' },
    },
    {
      ask: { method: 'HEAD', path: '/film.mp4', headers: { range: 'bytes=0-4' } },
      status: 200,
      body: '',
      headers: { 'content-length': String(size), 'content-range': undefined },
    },
    { ask: { method: 'HEAD', path: '/nothing' }, status: 404, body: '' },
    { ask: { method: 'HEAD', path: '/posts/a' }, status: 301, body: '', headers: { location: '/posts/a/' } },
    {
      ask: { method: 'OPTIONS', path: '/' },
      status: 204,
      body: '',
      headers: { allow: 'GET, HEAD, OPTIONS' },
    },
    ...['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'].map((method) => ({
      ask: { method, path: '/digits.txt' },
      status: 405,
      headers: { allow: 'GET, HEAD, OPTIONS' },
      body: 'Method Not Allowed\n',
    })),
  ],
  'ranges of a file that is read for the first time': [
    { ask: range('bytes=2-3', '/fresh.txt'), status: 206, body: 'cd' },
    { ask: '/fresh.txt', status: 200, body: 'abcdefghij' },
  ],
  'ranges of a file in memory': [
    {
      ask: range('bytes=0-0'),
      status: 206,
      body: '0',
      headers: { 'content-range': 'bytes 0-0/10', 'content-length': '1' },
    },
    { ask: range('bytes=-3'), status: 206, body: '789', headers: { 'content-range': 'bytes 7-9/10' } },
    {
      ask: range('bytes=-500'),
      status: 206,
      body: '0123456789',
      headers: { 'content-range': 'bytes 0-9/10' },
    },
    { ask: range('bytes=4-'), status: 206, body: '456789', headers: { 'content-range': 'bytes 4-9/10' } },
    {
      ask: range('bytes=0-99999999999999999999'),
      status: 206,
      body: '0123456789',
      headers: { 'content-range': 'bytes 0-9/10' },
    },
    { ask: range('BYTES=1-2'), status: 206, body: '12' },
    { ask: range('bytes=10-'), status: 416, headers: { 'content-range': 'bytes */10' } },
    { ask: range('bytes=-0'), status: 416, headers: { 'content-range': 'bytes */10' } },
    { ask: range('bytes=99999999999999999999-'), status: 416, headers: { 'content-range': 'bytes */10' } },
    ...[
      'bytes=5-2',
      'bytes=abc',
      'items=0-5',
      'bytes=0x10-0x20',
      'bytes=1e3-2e3',
      'bytes=0-1,5-6',
      'bytes=',
      'bytes=-',
      'bytes=--5',
      'bytes 0-5',
      'bytes=0-5-',
      'bytes=+1-2',
      'bytes=1.5-2',
    ].map((value) => ({
      ask: range(value),
      status: 200,
      body: '0123456789',
      headers: { 'content-range': undefined, 'accept-ranges': 'bytes' },
    })),
    { ask: range('bytes=0-', '/empty.txt'), status: 416, headers: { 'content-range': 'bytes */0' } },
    { ask: range('bytes=-5', '/empty.txt'), status: 200, body: '' },
    { ask: range('bytes=0-3', '/nothing'), status: 404, body: '<h1>Nothing here</h1>' },
  ],
  'ranges of a file through sirv': [
    { ask: range('bytes=0-0', '/film.mp4'), status: 206, body: film.subarray(0, 1) },
    {
      ask: range('bytes=-500', '/film.mp4'),
      status: 206,
      body: film.subarray(size - 500),
      headers: { 'content-range': `bytes ${size - 500}-${size - 1}/${size}` },
    },
    { ask: range('bytes=-1000000', '/film.mp4'), status: 206, body: film.subarray(size - 1000000) },
    { ask: range('bytes=0-1999999', '/film.mp4'), status: 206, body: film.subarray(0, 2000000) },
    {
      ask: range('bytes=1000-1999999', '/film.mp4'),
      status: 206,
      body: film.subarray(1000, 2000000),
      headers: { 'content-length': '1999000', 'content-range': `bytes 1000-1999999/${size}` },
    },
    { ask: range('bytes=2000000-', '/film.mp4'), status: 206, body: film.subarray(2000000) },
    { ask: range('bytes=0-99999999999999999999', '/film.mp4'), status: 206, body: film },
    {
      ask: range(`bytes=${size}-`, '/film.mp4'),
      status: 416,
      headers: { 'content-range': `bytes */${size}` },
    },
    ...['bytes=5-2', 'bytes=abc', 'items=0-5', 'bytes=0-1,5-6', 'bytes=0x10-0x20', 'bytes=1e3-2e3'].map(
      (value) => ({
        ask: range(value, '/film.mp4'),
        status: 200,
        body: film,
        headers: { 'content-range': undefined },
      }),
    ),
    {
      ask: '/film.mp4',
      status: 200,
      body: film,
      headers: {
        'content-type': 'video/mp4',
        'content-length': String(size),
        'accept-ranges': 'bytes',
        'cache-control': 'no-cache',
        vary: undefined,
      },
    },
    {
      ask: get('/backup.tar.gz', { 'accept-encoding': 'gzip' }),
      status: 200,
      body: film,
      headers: { 'content-type': 'application/gzip', 'content-encoding': undefined },
    },
  ],
  'If-Range': [
    {
      ask: () => get(post, { range: 'bytes=0-4', 'if-range': etag.plain }),
      status: 206,
      body: page.slice(0, 5),
    },
    { ask: () => get(post, { range: 'bytes=0-4', 'if-range': `W/${etag.plain}` }), status: 200, body: page },
    { ask: () => get(post, { range: 'bytes=0-4', 'if-range': '"other"' }), status: 200, body: page },
    { ask: () => get(post, { range: 'bytes=0-4', 'if-range': built }), status: 206, body: page.slice(0, 5) },
    {
      ask: get(post, { range: 'bytes=0-4', 'if-range': 'Sun, 06 Nov 1994 08:49:37 GMT' }),
      status: 200,
      body: page,
    },
    { ask: get(post, { range: 'bytes=0-4', 'if-range': 'yesterday' }), status: 200, body: page },
    { ask: () => get(post, { range: 'bytes=9999999-', 'if-range': '"other"' }), status: 200, body: page },
  ],
  'ranges and encodings': [
    {
      ask: get(post, { range: 'bytes=0-4', 'accept-encoding': 'br, gzip' }),
      status: 206,
      body: page.slice(0, 5),
      headers: { 'content-encoding': undefined, vary: 'Accept-Encoding' },
    },
    {
      ask: () => get(post, { range: 'bytes=0-4', 'accept-encoding': 'br', 'if-range': etag.br }),
      status: 206,
      headers: () => ({ 'content-encoding': 'br', etag: etag.br, 'content-length': '5' }),
    },
    {
      ask: () => get(post, { range: 'bytes=0-4', 'accept-encoding': 'br', 'if-range': etag.plain }),
      status: 206,
      body: page.slice(0, 5),
      headers: { 'content-encoding': undefined },
    },
    {
      ask: () => get(post, { range: 'bytes=0-4', 'accept-encoding': 'br', 'if-range': etag.gzip }),
      status: 200,
      headers: { 'content-encoding': 'br' },
    },
    {
      ask: get(post, { range: 'bytes=0-4', 'accept-encoding': 'br, identity;q=0' }),
      status: 200,
      headers: { 'content-encoding': 'br' },
    },
  ],
  'If-None-Match and If-Modified-Since': [
    {
      ask: () => get(post, { 'if-none-match': etag.plain }),
      status: 304,
      body: '',
      headers: () => ({
        etag: etag.plain,
        vary: 'Accept-Encoding',
        'cache-control': 'no-cache',
        'content-type': undefined,
        'content-length': undefined,
      }),
    },
    { ask: () => get(post, { 'if-none-match': `W/${etag.plain}` }), status: 304 },
    { ask: () => get(post, { 'if-none-match': `"a", W/"b" ,${etag.plain}` }), status: 304 },
    { ask: () => get(post, { 'if-none-match': '*' }), status: 304 },
    { ask: () => get(post, { 'if-none-match': '"other"' }), status: 200 },
    { ask: () => get(post, { 'if-none-match': etag.plain.slice(1, -1) }), status: 200 },
    { ask: () => get(post, { 'if-none-match': etag.plain, 'accept-encoding': 'br' }), status: 200 },
    {
      ask: () => get(post, { 'if-none-match': etag.br, 'accept-encoding': 'br' }),
      status: 304,
      headers: () => ({ etag: etag.br, 'content-encoding': undefined }),
    },
    { ask: () => ({ method: 'HEAD', path: post, headers: { 'if-none-match': etag.plain } }), status: 304 },
    { ask: () => get(post, { 'if-modified-since': built }), status: 304 },
    { ask: get(post, { 'if-modified-since': 'Fri, 01 Jan 2027 00:00:00 GMT' }), status: 304 },
    { ask: get(post, { 'if-modified-since': 'Sunday, 06-Nov-94 08:49:37 GMT' }), status: 200 },
    { ask: get(post, { 'if-modified-since': 'Sun Nov  6 08:49:37 1994' }), status: 200 },
    { ask: get(post, { 'if-modified-since': '2099-01-01' }), status: 200 },
    { ask: () => get(post, { 'if-modified-since': built, 'if-none-match': '"other"' }), status: 200 },
    { ask: () => get('/film.mp4', { 'if-none-match': etag.film, range: 'bytes=0-9' }), status: 304 },
    { ask: get('/nothing', { 'if-none-match': '*' }), status: 404 },
  ],
  'If-Match and If-Unmodified-Since': [
    { ask: () => get(post, { 'if-match': etag.plain }), status: 200 },
    { ask: () => get(post, { 'if-match': `"a", ${etag.plain}` }), status: 200 },
    { ask: () => get(post, { 'if-match': '*' }), status: 200 },
    { ask: () => get(post, { 'if-match': `W/${etag.plain}` }), status: 412 },
    { ask: () => get(post, { 'if-match': '"other"' }), status: 412, body: 'Precondition Failed\n' },
    { ask: () => get(post, { 'if-unmodified-since': built }), status: 200 },
    { ask: get(post, { 'if-unmodified-since': 'Sun, 06 Nov 1994 08:49:37 GMT' }), status: 412 },
    { ask: get(post, { 'if-unmodified-since': 'never' }), status: 200 },
    { ask: () => get('/film.mp4', { 'if-match': '"other"', range: 'bytes=0-9' }), status: 412 },
  ],
  'Accept-Encoding': [
    ...(
      [
        ['br', 'br'],
        ['BR', 'br'],
        ['gzip', 'gzip'],
        ['x-gzip', 'gzip'],
        ['gzip, deflate, br, zstd', 'br'],
        ['br;q=0', undefined],
        ['br;q=0, gzip', 'gzip'],
        ['br;q=0.000', undefined],
        ['br; q=0.1, gzip; q=0.9', 'gzip'],
        ['gzip;q=0.5, identity', undefined],
        ['gzip;q=0.5, identity;q=0.5', 'gzip'],
        ['*', 'br'],
        ['*;q=0', undefined],
        ['*, br;q=0', 'gzip'],
        ['identity;q=0, br', 'br'],
        ['', undefined],
        ['brotli', undefined],
        ['br;q=high', undefined],
        ['deflate', undefined],
      ] as const
    ).map(([accepted, encoding]) => ({
      ask: get(post, { 'accept-encoding': accepted }),
      status: 200,
      headers: () => ({
        'content-encoding': encoding,
        etag: etag[encoding ?? 'plain'],
        vary: 'Accept-Encoding',
      }),
    })),
    { ask: get('/digits.txt', { 'accept-encoding': 'br' }), status: 200, headers: { vary: undefined } },
  ],
  headers: [
    {
      ask: '/assets/app.abc123.js',
      status: 200,
      headers: {
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/javascript;charset=utf-8',
        'x-content-type-options': 'nosniff',
        server: undefined,
        'x-powered-by': undefined,
      },
    },
    {
      ask: post,
      status: 200,
      headers: () => ({ 'last-modified': built, 'cache-control': 'no-cache', etag: etag.plain }),
    },
    ...['/nothing', '/posts/a', '/%00'].map((path) => ({
      ask: path,
      status: path === '/nothing' ? 404 : path === '/%00' ? 400 : 301,
      headers: { 'x-content-type-options': 'nosniff', server: undefined, 'x-powered-by': undefined },
    })),
  ],
}

for (const [protocol, ask] of [
  ['HTTP/1.1', ask1],
  ['HTTP/2', ask2],
] as const)
  for (const [part, list] of Object.entries(rows))
    describe(`${part} over ${protocol}`, () => {
      it.each(list.map((row, index) => [index, row] as const))('row %i', async (_, row) => {
        const given = typeof row.ask === 'function' ? row.ask() : row.ask
        const question = typeof given === 'string' ? { path: given } : given
        const reply = await ask(server.httpsPort, question)
        expect(reply.status, JSON.stringify(question)).toBe(row.status)
        const headers = (typeof row.headers === 'function' ? row.headers() : row.headers) ?? {}
        for (const [name, value] of Object.entries(headers))
          expect(reply.headers[name], `${name} of ${JSON.stringify(question)}`).toBe(value)
        if (row.body !== undefined)
          expect(reply.body.equals(Buffer.from(row.body)), JSON.stringify(question)).toBe(true)
      })
    })

it('reported nothing of all this', () => {
  expect(log.lines).toEqual([])
})

describe('encoded forms', () => {
  it.each([ask1, ask2])('are the page, decoded', async (ask) => {
    const br = await ask(server.httpsPort, get(post, { 'accept-encoding': 'br' }))
    const gzip = await ask(server.httpsPort, get(post, { 'accept-encoding': 'gzip' }))
    expect(brotliDecompressSync(br.body).toString()).toBe(page)
    expect(gunzipSync(gzip.body).toString()).toBe(page)
    expect(br.headers['content-length']).toBe(String(br.body.length))
    const part = await ask(
      server.httpsPort,
      get(post, { 'accept-encoding': 'br', range: 'bytes=0-4', 'if-range': etag.br }),
    )
    expect(part.body.equals(br.body.subarray(0, 5))).toBe(true)
  })
})
