/**
 * What is done by right rather than because it is one's own. Names alone, so that pages may read them too; who may do
 * what is decided in `domain/access.ts`.
 */
export const acts = [
	/** Register people who have no account, and see whom one looks after. */
	'care.keep',
	/** Put a learner into a helper's care, and take them out. */
	'care.give',
	/** Make a one-time code with which somebody comes back into their account. */
	'recovery-code.make',
	/** Read what concerned the safety of accounts: sign-ins, refused ones, roles. */
	'security.read',
	/** Vouch that a learner has learned a course themselves. */
	'learning.vouch',
	/** Grant one more attempt at a quiz to somebody who has none left. */
	'attempt.grant',
	/** Open a room in which a quiz is taken under supervision, and look after it. */
	'room.open',
	/** Look after rooms that others opened. */
	'room.oversee',
	/** Draw forms of a quiz to print, with their keys, and enter results from sheets. */
	'paper.keep',
	/** Grade answers that no rule can grade. */
	'answer.grade',
	/** Decide about a correction of a name that is not made at once. */
	'certificate.correct',
	/** Take a certificate back. */
	'certificate.revoke',
	/** Read what results say of the questions of a course, their keys among it. */
	'analysis.read',
	/** Have answers to a question of a course graded anew. */
	'attempt.regrade',
] as const;
export type Act = (typeof acts)[number];

export const roles = ['learner', 'instructor', 'facilitator', 'coordinator', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call an endpoint: anybody; anybody signed in (a guest too), who then acts on their own records; or who may do
 * this act on something at all. Whether they may do it on what they name is decided where that is known.
 */
export type Access = 'public' | 'learner' | Act;
