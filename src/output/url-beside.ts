/**
 * The URL path of something that belongs to a page: `/posts/` and `index.xml` give `/posts/index.xml`. Where the page
 * is a file (`/tags/ink.html`), it lies in the folder of that name (`/tags/ink/index.xml`), as with Hugo.
 */
export const urlBeside = (url: string, name: string): string =>
  `${url.endsWith('/') ? url : `${url.replace(/\.[^/.]*$/, '')}/`}${name}`
