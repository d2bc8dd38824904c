/** By which a write says in whose name it is made: a header of the API, and a field of the pages' forms. */
export const whoseHeader = 'cung-hoc-learner';
export const whoseField = 'whose';
/** Nobody was signed in when the page was made. Who has become a guest of this browser since is still the same one. */
export const visitor = 'visitor';

/** Whether a page that was made for somebody may write in a session: another may have signed in by another tab since. */
export function isTheirs(whose: string, { id, username }: { id: string; username: string | null }): boolean {
	return whose === visitor ? username === null : whose === id;
}
