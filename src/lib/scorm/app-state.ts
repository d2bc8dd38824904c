/** In place of SvelteKit's `$app/state`: a page of a package stands at no address of the site. */
export const page = { data: {}, url: new URL('http://localhost/') };
