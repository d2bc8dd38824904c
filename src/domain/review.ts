/**
 * When mistakes come back: the box rule of Sebastian Leitner (So lernt man lernen, 1972). Each question stands in a box;
 * answered right, it moves to the next one and waits longer, answered wrong, it goes back to the first.
 */

const day = 86_400_000;
/** Days that a question waits in each box. After the last one it is learned. */
const waits = [1, 3, 7, 14, 30];

/** In which box a question is since it was last answered on review. */
export interface Reviewed {
	box: number;
	reviewedAt: Date;
}

/** When a question comes that went wrong last at `lapsedAt`, in a lesson or a quiz; null: it is learned. */
export function dueAt(lapsedAt: Date, reviewed: Reviewed | null): Date | null {
	const { box, since } = standing(lapsedAt, reviewed);
	const wait = waits[box - 1];
	return wait === undefined ? null : new Date(since.getTime() + wait * day);
}

/** The box that it comes into once it is answered on review. */
export function boxAfter(lapsedAt: Date, reviewed: Reviewed | null, isRight: boolean): number {
	return isRight ? standing(lapsedAt, reviewed).box + 1 : 1;
}

/** A mistake that was made elsewhere since puts it back into the first box. */
function standing(lapsedAt: Date, reviewed: Reviewed | null): { box: number; since: Date } {
	if (!reviewed || lapsedAt > reviewed.reviewedAt) return { box: 1, since: lapsedAt };
	return { box: reviewed.box, since: reviewed.reviewedAt };
}
