import Type from 'typebox';
import { Id, described } from '../common.ts';
import * as paths from '../paths.ts';
import {
	CourseProgress,
	Enrolment,
	EnrolmentRequest,
	EventBatch,
	EventReceipt,
	ProgressList,
} from '../progress.ts';
import { endpoint, largeBody } from './endpoint.ts';
import { InLocale } from './queries.ts';

const tag = 'progress';
const access = 'learner';

export const progress = {
	enrol: endpoint({
		address: paths.enrol,
		access,
		tag,
		summary: 'Enrol in a course; 200 when enrolled already',
		body: EnrolmentRequest,
		responses: {
			200: described(Enrolment, 'Enrolled before.'),
			201: described(Enrolment, 'Enrolled now.'),
		},
	}),
	sendEvents: endpoint({
		address: paths.sendEvents,
		access,
		tag,
		summary: 'What happened on a device: lessons opened and done, tasks ticked',
		description:
			'Each event is judged by itself, so that a bad one keeps no other back. ' +
			'An id that was sent before is a duplicate and changes nothing.',
		body: EventBatch,
		bodyLimit: largeBody,
		responses: {
			200: described(EventReceipt, 'What became of each event; what is accepted is on the disk.'),
		},
	}),
	progress: endpoint({
		address: paths.progress,
		access,
		tag,
		summary: 'My progress in every course I enrolled in',
		query: InLocale,
		responses: { 200: described(ProgressList, 'My progress, course by course.') },
	}),
	courseProgress: endpoint({
		address: paths.courseProgress,
		access,
		tag,
		summary: 'My progress in one course, enrolled or not',
		params: Type.Object({ course: described(Id, 'Id of the course.') }),
		query: InLocale,
		responses: { 200: described(CourseProgress, 'My progress in the course.') },
	}),
};
