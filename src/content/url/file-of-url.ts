/** The file of a release that is served under a URL path. */
export const fileOfUrl = (url: string): string => (url.endsWith('/') ? `${url}index.html` : url).slice(1)
