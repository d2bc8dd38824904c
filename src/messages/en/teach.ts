import type { teach as source } from '../vi/teach.ts';

/** For those who teach, and administrators: what waits for them, and what results say. */
export const teach = {
	title: 'For teachers',
	lead: 'See how learners do, and which questions need mending.',
	teacherOnly: 'This page is for those who teach a course, and for administrators.',
	cardText: 'What teachers and administrators do.',
	open: 'Open the teachers’ page',

	analysisTitle: 'Results of quizzes',
	analysisText: 'How many pass, which questions are hard, and which may have a wrong key.',
	analysisLead: 'Choose a quiz. These are the courses whose results you may see.',
	analysisNone: 'There is no quiz to look at yet.',
	withdrawn: 'This course is offered no more.',
} satisfies typeof source;
