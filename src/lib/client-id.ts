import { v5 as uuidV5 } from 'uuid';

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id under which a form of a page is sent, by the id that the page was sent with: what is sent twice counts once. */
export function clientIdOf(pageId: string, what: string): { clientId?: string } {
	return uuidPattern.test(pageId) ? { clientId: uuidV5(what, pageId) } : {};
}
