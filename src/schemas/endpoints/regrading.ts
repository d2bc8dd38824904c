import Type from 'typebox';
import { Id, described } from '../common.ts';
import * as paths from '../paths.ts';
import { Regrade, RegradeDecision, RegradeList, RegradeRequest } from '../regrade.ts';
import { endpoint } from './endpoint.ts';
import { InLocale } from './queries.ts';

const tag = 'regrading';
const access = 'attempt.regrade';
const ofCourse = Type.Object({ course: described(Id, 'Id of the course.') });
const ofRegrade = Type.Object({ regrade: Type.String({ description: 'Id of the regrade, a UUID.' }) });
const regrade = (what: string) => described(Regrade, what);

export const regrading = {
	askRegrade: endpoint({
		address: paths.askRegrade,
		access,
		tag,
		summary: 'Ask what grading answers to a question again would change',
		description:
			'Nothing is changed by it. It takes the place of one of the same question that was looked at and not applied. ' +
			'A question that people grade is not graded again so: they do it on its page.',
		params: ofCourse,
		query: InLocale,
		body: RegradeRequest,
		responses: { 201: regrade('The regrade, which may still be working out what it would change.') },
	}),
	regrades: endpoint({
		address: paths.regrades,
		access,
		tag,
		summary: 'What was asked for and applied in a course',
		params: ofCourse,
		query: InLocale,
		responses: { 200: described(RegradeList, 'The latest first.') },
	}),
	regrade: endpoint({
		address: paths.regrade,
		access,
		tag,
		summary: 'What a regrade would change, or has changed',
		params: ofRegrade,
		query: InLocale,
		responses: { 200: regrade('The regrade as it stands.') },
	}),
	applyRegrade: endpoint({
		address: paths.applyRegrade,
		access,
		tag,
		summary: 'Change the points; asked again it changes nothing more',
		description:
			'Work goes on in the background. Attempts under way follow once they are handed in. Completions and ' +
			'certificates that rest on a pass that is gone stay until somebody decides.',
		params: ofRegrade,
		query: InLocale,
		responses: { 200: regrade('The regrade, which may still be at work.') },
	}),
	discardRegrade: endpoint({
		address: paths.discardRegrade,
		access,
		tag,
		summary: 'Put a regrade away that was not applied',
		params: ofRegrade,
		responses: { 204: Type.Null({ description: 'It is gone.' }) },
	}),
	decideRegrade: endpoint({
		address: paths.decideRegrade,
		access,
		tag,
		summary: 'Decide whether a completion stays whose pass is gone',
		params: ofRegrade,
		query: InLocale,
		body: RegradeDecision,
		responses: { 200: regrade('The regrade with the decision.') },
	}),
};
