import Type from 'typebox';
import { described } from '../common.ts';
import { GradingQueue, GradingTask, MarkRequest } from '../grading.ts';
import * as paths from '../paths.ts';
import { FileSize } from '../upload.ts';
import { endpoint, fileReply } from './endpoint.ts';
import { InLocale } from './queries.ts';

const tag = 'grading';
const access = 'answer.grade';
const OfTask = Type.Object({ task: Type.String({ description: 'Id of the task, a UUID.' }) });
const task = described(GradingTask, 'The answer as a grader sees it.');

export const grading = {
	gradingQueue: endpoint({
		address: paths.gradingQueue,
		access,
		tag,
		summary: 'What waits for a person to grade it, and what was graded last',
		description: 'Of the courses that I may grade, and never my own.',
		query: InLocale,
		responses: { 200: described(GradingQueue, 'What waits, and what was graded.') },
	}),
	gradingTask: endpoint({
		address: paths.gradingTask,
		access,
		tag,
		summary: 'One answer that a person grades; whose it is, is told once it is graded',
		params: OfTask,
		query: InLocale,
		responses: { 200: task },
	}),
	taskFile: endpoint({
		address: paths.taskFile,
		access,
		tag,
		summary: 'The file of an answer that a person grades',
		description: 'What it was called is known to nobody: it may tell whose it is.',
		params: OfTask,
		query: FileSize,
		responses: { 200: fileReply },
	}),
	claimTask: endpoint({
		address: paths.claimTask,
		access,
		tag,
		summary:
			'Say that I have it open, for a quarter of an hour; somebody else is told, and may grade it all the same',
		params: OfTask,
		query: InLocale,
		responses: { 200: task },
	}),
	markTask: endpoint({
		address: paths.markTask,
		access,
		tag,
		summary: 'Give points by criterion, and a comment',
		description:
			'A mark that was made while somebody else gave theirs is kept and changes nothing; sent again with what it has seen since, it stands.',
		params: OfTask,
		query: InLocale,
		body: MarkRequest,
		responses: {
			200: described(GradingTask, 'The same mark was there already.'),
			201: described(GradingTask, 'The answer with the new mark.'),
		},
	}),
};
