import Type from 'typebox';
import { Analyses, AnalysisQuery, QuizAnalysis } from '../analysis.ts';
import { Id, described } from '../common.ts';
import * as paths from '../paths.ts';
import { endpoint } from './endpoint.ts';
import { InLocale } from './queries.ts';

const tag = 'analysis';
const access = 'analysis.read';
const ofQuiz = Type.Object({
	course: described(Id, 'Id of the course.'),
	quiz: described(Id, 'Id of the quiz.'),
});

export const analysis = {
	analyses: endpoint({
		address: paths.analyses,
		access,
		tag,
		summary: 'The quizzes whose results I may read, with how many there are',
		query: InLocale,
		responses: { 200: described(Analyses, 'By course.') },
	}),
	analysis: endpoint({
		address: paths.analysis,
		access,
		tag,
		summary: 'What results say of a quiz and its questions',
		description:
			'For those who teach the course, and administrators; it tells keys. Figures are those of Moodle’s quiz statistics. ' +
			'What relates people to each other is told of their first attempts, all else of all.',
		params: ofQuiz,
		query: AnalysisQuery,
		responses: { 200: described(QuizAnalysis, 'The figures, as of now.') },
	}),
	analysisCsv: endpoint({
		address: paths.analysisCsv,
		access,
		tag,
		summary: 'The same figures of the questions as a table',
		params: ofQuiz,
		query: AnalysisQuery,
		responses: {
			200: {
				description: 'A line a question and key, in UTF-8, under the names of the figures.',
				content: { 'text/csv': { schema: Type.Unsafe<string>({ type: 'string' }) } },
			},
		},
	}),
};
