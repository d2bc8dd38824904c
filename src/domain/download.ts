/** What pages weigh over the network beside the text of a lesson, compressed: measured, and rounded up. */
const frame = { course: 4000, lesson: 3500, quiz: 2700 };
/** What says how far its reader is, once for all courses, and what it says that by. */
const way = 26_000;

/** Bytes that fetching a whole course takes. `lessonBytes`: text and pictures of its lessons. */
export function downloadBytes(lessonBytes: readonly number[], quizzes: number): number {
	const lessons = lessonBytes.reduce((sum, bytes) => sum + bytes + frame.lesson, 0);
	return frame.course + way + lessons + quizzes * frame.quiz;
}
