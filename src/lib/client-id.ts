import { v5 as uuidV5 } from 'uuid';
import { isUuid } from '#schemas/names.ts';

/** The id under which a form of a page is sent, by the id that the page was sent with: what is sent twice counts once. */
export function clientIdOf(pageId: string, what: string): { clientId?: string } {
	return isUuid(pageId) ? { clientId: uuidV5(what, pageId) } : {};
}
