/** Questions that ask for an opinion (`.survey`), and those that ask how sure one is (`.confidence`). */
import { isPersonGraded } from '#schemas/names.ts';
import type { Key, QuestionKind } from '#schemas/question.ts';
import type { Problems } from '../problems.ts';
import type { ItemTraits, ParsedQuestion } from '../quiz/parsed.ts';
import { checkRepeated } from './authoring.ts';

const keys = {
	single: { kind: 'single', right: '' },
	multiple: { kind: 'multiple', right: [] },
	text: { kind: 'text', accept: {} },
	matrix: { kind: 'matrix', right: {} },
} as const satisfies Partial<Record<QuestionKind, unknown>>;

function isSurveyKind(kind: string): kind is keyof typeof keys {
	return Object.hasOwn(keys, kind);
}

/** A key by which nothing is right. */
export function surveyKey(kind: QuestionKind): Key {
	if (!isSurveyKind(kind)) throw new Error(`A survey of the kind ${kind}.`);
	return structuredClone(keys[kind]) as unknown as Key;
}

export function checkSurvey(question: ParsedQuestion, problems: Problems): void {
	const { kind, place, options, targets, answer, attributes } = question;
	if (kind === 'refused') return;
	if (!isSurveyKind(kind)) return problems.add('survey-kind', place, { kind });
	for (const field of ['points', 'difficulty'] as const) {
		const written = attributes.values.get(field);
		if (written) problems.add('survey-scored', written.place, { field });
	}
	const right = options.find((each) => each.ticked || (kind === 'matrix' && each.target !== null));
	if (right || answer) problems.add('survey-key', right?.place ?? answer!.place, {});
	if (kind === 'single' || kind === 'multiple') {
		if (options.length < 2) problems.add('options-too-few', place, {});
	} else if (kind === 'matrix' && (options.length === 0 || targets.length < 2))
		problems.add('matrix-too-few', place, {});
	checkRepeated(options, problems);
	checkRepeated(targets, problems);
	if (question.item.confidence) problems.add('confidence-unused', place, {});
}

/** How sure one is can be asked where a rule grades the answer. */
export function mayAskConfidence(kind: QuestionKind, { survey }: ItemTraits): boolean {
	return !survey && !isPersonGraded(kind);
}

export function checkConfidence({ kind, item, place }: ParsedQuestion, problems: Problems): void {
	if (!item.confidence || kind === 'none' || kind === 'refused') return;
	if (!mayAskConfidence(kind, item)) problems.add('confidence-unused', place, {});
}
