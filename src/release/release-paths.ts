import path from 'node:path'

/** The link that leads to the release being served. Anything that serves a folder may be pointed at it. */
export const publicLink = (root: string) => path.join(root, 'public')

export const releasesDirectory = (root: string) => path.join(root, 'releases')

export const releaseDirectory = (root: string, id: string) => path.join(root, 'releases', id)

/** Beside the release and not in it, so that no server publishes it: it tells when future posts will appear. */
export const manifestFile = (root: string, id: string) => path.join(root, 'releases', `${id}.json`)

/** Whoever writes releases holds it. */
export const releasesLock = (root: string) => path.join(root, 'releases', '.lock')
