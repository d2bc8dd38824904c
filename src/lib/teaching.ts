import type { Act } from '#schemas/access.ts';
import type { Someone } from '#lib/frame.ts';

/** What those who teach do, each on a page of its own, and the act that opens it. */
export const teachPages = [
	{ path: '/teach/grading', act: 'answer.grade' },
	{ path: '/teach/analysis', act: 'analysis.read' },
	{ path: '/teach/paper', act: 'paper.keep' },
	{ path: '/rooms', act: 'room.oversee' },
] as const satisfies { path: string; act: Act }[];

/** Whether they teach or administer by any role: then the page for teachers is theirs, and leads to the rest. */
export function isTeacher(me: Pick<Someone, 'may'> | null): boolean {
	return teachPages.some(({ act }) => me?.may?.includes(act));
}
