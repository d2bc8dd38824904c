/** By which a write says in whose name it is made: a header of the API, and a field of the pages' forms. */
export const whoseHeader = 'cung-hoc-learner';
export const whoseField = 'whose';
/** Nobody was signed in when the page was made. Who has become a guest of this browser since is still the same one. */
export const visitor = 'visitor';

/**
 * Whether a page that was made for somebody may write in a session: another may have signed in by another tab since.
 * `guests`: whose learning became the learner's own.
 */
export function isTheirs(
	whose: string,
	{ id, username, guests }: { id: string; username: string | null; guests: readonly string[] },
): boolean {
	return whose === visitor ? username === null : whose === id || guests.includes(whose);
}
