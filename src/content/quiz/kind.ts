import { questionKinds, type QuestionKind } from '#schemas/question.ts';
import type { Problems } from '../problems.ts';
import type { Place } from '../source.ts';
import { nearest } from '../suggest.ts';
import type { WrittenAnswer } from './answer.ts';
import type { Attributes } from './attributes.ts';
import type { QuestionBlock } from './blocks.ts';

/** Kinds that are planned: their syntax is known, and refused for now. */
const laterKinds = ['order', 'match', 'blanks', 'group', 'hotspot', 'matrix', 'essay', 'file'];

/** `none`: there is no answer to tell by; `refused`: the kind cannot be used, and it was said why. */
export type WrittenKind = QuestionKind | 'none' | 'refused';

/** What kind of question it is, by its class and the form of its answer. */
export function readKind(
	block: QuestionBlock,
	answer: WrittenAnswer | null,
	problems: Problems,
): WrittenKind {
	const named = namedKind(block.attributes, problems);
	if (named === 'refused') return named;
	const { options } = block;
	if (options.length > 0 && answer) {
		problems.add('answer-mixed', block.place, {});
		return 'refused';
	}
	if (options.length > 0) {
		if (named && named !== 'single' && named !== 'multiple') {
			problems.add('kind-mismatch', block.place, { kind: named });
			return 'refused';
		}
		const ticks = options.filter(({ ticked }) => ticked).length;
		if (named === 'single' && ticks > 1) problems.add('single-several', block.place, { ticks });
		return named ?? (ticks > 1 ? 'multiple' : 'single');
	}
	if (answer && named && answer.kind !== named) {
		problems.add('kind-mismatch', block.place, { kind: named });
		return 'refused';
	}
	return answer?.kind ?? 'none';
}

/** The kind that a class names; undefined without a class. */
function namedKind(attributes: Attributes, problems: Problems): QuestionKind | 'refused' | undefined {
	let named: QuestionKind | 'refused' | undefined;
	for (const { name, place } of attributes.classes) {
		const kind = questionKinds.find((each) => each === name);
		if (kind !== undefined) {
			named = kind;
		} else if (laterKinds.includes(name)) {
			problems.add('kind-not-supported', place, { kind: name });
			named = 'refused';
		} else {
			const known = [...questionKinds];
			problems.add('kind-unknown', place, { kind: name, suggestion: nearest(name, known), known });
			named = 'refused';
		}
	}
	return named;
}

export interface HeadingValues {
	points: number | null;
	skill: { code: string; place: Place } | null;
}

const headingKeys = ['skill', 'points'];

/** `skill=4.1 points=2` of a heading. */
export function readHeadingValues(attributes: Attributes, problems: Problems): HeadingValues {
	const read: HeadingValues = { points: null, skill: null };
	for (const [key, { value, place }] of attributes.values) {
		if (key === 'skill') {
			if (/^[0-9]+(\.[0-9]+)*$/.test(value)) read.skill = { code: value, place };
			else problems.add('skill-unreadable', place, { value });
		} else if (key === 'points') {
			const points = /^\d{1,3}(?:[.,]\d{1,2})?$/.test(value) ? Number(value.replace(',', '.')) : 0;
			if (points > 0 && points <= 100) read.points = points;
			else problems.add('points-unreadable', place, { value });
		} else {
			const suggestion = nearest(key, headingKeys);
			problems.add('unknown-field', place, { field: key, suggestion, known: headingKeys });
		}
	}
	return read;
}
