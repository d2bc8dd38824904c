import type { LessonView, QuizView } from '#schemas/view.ts';

/**
 * What a page shows of its learner: those with the same face are shown the same page, but for a few ids. No name, time
 * or result is in a face.
 */
export interface Face {
	text: string;
	/** The ids that differ, in a fixed order. */
	ids: string[];
}

export function lessonFace({ me, done, tried }: LessonView): Face | null {
	return me && { text: JSON.stringify([me.guest, me.shared, done, tried]), ids: [me.id] };
}

/** Null where the page tells of attempts that were submitted, or of a certificate. */
export function quizFace({ me, standing, attempts, open, next }: QuizView): Face | null {
	if (!me || attempts.length > 0 || next?.kind === 'certificate') return null;
	const shown = [me.guest, me.shared, { ...standing, open: null }, open !== null, next];
	return { text: JSON.stringify(shown), ids: open === null ? [me.id] : [me.id, open] };
}
