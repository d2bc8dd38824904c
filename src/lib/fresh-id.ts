/**
 * What a form's field holds in the place of an id of its own. `hooks.server.ts` puts a new id into each such place as a
 * page is sent, so that a page can be kept. Nobody can guess it, so that no text of an author's is taken for it.
 */
export const freshId = crypto.randomUUID();
