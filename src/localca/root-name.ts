/** How the names of all our roots begin; the key's own digits follow, so that no two roots share a name. */
export const ROOT_NAME = 'Inkseal local authority'
