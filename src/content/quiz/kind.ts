import { competencePattern, fileTypes, mostMegabytes } from '#schemas/names.ts';
import { questionKinds, type QuestionKind } from '#schemas/question.ts';
import type { Problems } from '../problems.ts';
import type { Place } from '../source.ts';
import { nearest } from '../suggest.ts';
import { authoringOf } from '../kinds/table.ts';
import { marksClass, type Attributes } from './attributes.ts';
import { isTrait, oneOf, readClasses, readTrait, traitClasses, traitKeys } from './traits.ts';
import type { QuestionBlock } from './blocks.ts';
import { regionKey } from './region.ts';
import {
	unitPolicies,
	type ItemTraits,
	type ParsedQuestion,
	type Taught,
	type UnitPolicy,
	type WrittenAnswer,
	type WrittenKind,
} from './parsed.ts';

/** What kind of question it is, by its class and the form of its answer. */
export function readKind(
	block: QuestionBlock,
	{ answer, hasBlanks }: { answer: WrittenAnswer | null; hasBlanks: boolean },
	problems: Problems,
): WrittenKind {
	const named = readNamed(block.attributes, problems);
	if (named === 'refused') return named;
	const forms = new Set([
		...block.options.map(({ form }) => form),
		...(answer ? (['written'] as const) : []),
		...(hasBlanks ? (['inline'] as const) : []),
	]);
	if (forms.size > 1) {
		problems.add('answer-mixed', block.place, {});
		return 'refused';
	}
	const [form] = forms;
	// With nothing under it, an opinion is written.
	const isSurvey = block.attributes.classes.some(({ name }) => name === 'survey');
	if (form === undefined) return named ?? (isSurvey ? 'text' : 'none');
	const ticks = block.options.filter(({ ticked }) => ticked).length;
	const hasRegions = block.options.some(({ attributes }) => attributes.values.has(regionKey));
	const ticked = hasRegions ? 'hotspot' : ticks > 1 ? 'multiple' : 'single';
	const unnamed = hasBlanks ? 'blanks' : ticked;
	const kind = answer?.kind ?? named ?? unnamed;
	if (authoringOf(named ?? kind).form !== form || (answer && named && answer.kind !== named)) {
		problems.add('kind-mismatch', block.place, { kind: named ?? kind });
		return 'refused';
	}
	if (named === 'single' && ticks > 1) problems.add('single-several', block.place, { ticks });
	return kind;
}

/** The kind that the author's classes name, or `unit=`; undefined where they name none that there is. */
export function namedKind({ classes, values }: Attributes): QuestionKind | undefined {
	if (values.has('unit')) return 'number';
	return questionKinds.findLast((kind) => classes.some(({ name }) => name === kind));
}

/** The kind that a class names; undefined without a class, `refused` where one cannot be used. */
function readNamed(attributes: Attributes, problems: Problems): QuestionKind | 'refused' | undefined {
	let named: QuestionKind | 'refused' | undefined;
	for (const { name, place } of attributes.classes) {
		if (name === marksClass || traitClasses.some((each) => each === name)) continue;
		const kind = questionKinds.find((each) => each === name);
		if (kind !== undefined) {
			named = kind;
		} else {
			const known = [...questionKinds, ...traitClasses];
			problems.add('kind-unknown', place, { kind: name, suggestion: nearest(name, known), known });
			named = 'refused';
		}
	}
	return named;
}

export interface HeadingValues {
	points: number | null;
	unit: UnitPolicy | null;
	skill: { code: string; place: Place } | null;
	teaches: Taught[];
	item: ItemTraits;
	length: ParsedQuestion['length'];
	sending: ParsedQuestion['sending'];
}

const headingKeys = ['skill', 'points', 'teaches', ...traitKeys, 'unit', 'words', 'lines', 'accept', 'mb'];
const skillForm = new RegExp(competencePattern);

/** `skill=4.1 points=2 teaches=goi-dien#nghe-may level=apply variant-of=mat-khau status=trial` of a heading. */
export function readHeadingValues(attributes: Attributes, problems: Problems): HeadingValues {
	const read: HeadingValues = {
		points: null,
		unit: null,
		skill: null,
		teaches: [],
		item: {},
		length: {},
		sending: {},
	};
	readClasses(attributes, read.item);
	for (const [key, { value, place }] of attributes.values) {
		if (key === 'skill') {
			if (skillForm.test(value)) read.skill = { code: value, place };
			else problems.add('skill-unreadable', place, { value });
		} else if (key === 'teaches') {
			read.teaches = readTaught(value, place, problems);
		} else if (key === 'points') {
			const points = /^\d{1,3}(?:[.,]\d{1,2})?$/.test(value) ? Number(value.replace(',', '.')) : 0;
			if (points > 0 && points <= 100) read.points = points;
			else problems.add('points-unreadable', place, { value });
		} else if (isTrait(key)) {
			readTrait(read.item, key, { value, place }, problems);
		} else if (key === 'words' || key === 'lines') {
			readLength(read.length, { key, value, place }, namedKind(attributes), problems);
		} else if (key === 'accept' || key === 'mb') {
			readSending(read.sending, { key, value, place }, namedKind(attributes), problems);
		} else if (key === 'unit') {
			read.unit = oneOf(unitPolicies, { field: key, value, place }, problems) ?? null;
		} else {
			const suggestion = nearest(key, headingKeys);
			problems.add('unknown-field', place, { field: key, suggestion, known: headingKeys });
		}
	}
	return read;
}

const mostWords = 2000;
const mostLines = 40;

/** `words=50..200`, `words=..200`, `words=50..`; `lines=12`. */
function readLength(
	length: ParsedQuestion['length'],
	{ key, value, place }: { key: 'words' | 'lines'; value: string; place: Place },
	named: QuestionKind | undefined,
	problems: Problems,
): void {
	const [, least, most] = /^(\d{1,4})?\.\.(\d{1,4})?$/.exec(value) ?? [];
	const bounds = { ...(least && { least: Number(least) }), ...(most && { most: Number(most) }) };
	const [low, high] = [bounds.least ?? 1, bounds.most ?? mostWords];
	const isRange = Object.keys(bounds).length > 0 && low >= 1 && low <= high && high <= mostWords;
	const isCount = /^[1-9]\d?$/.test(value) && Number(value) <= mostLines;
	if (named !== 'essay') problems.add('length-unused', place, { field: key });
	else if (key === 'words' && isRange) length.words = bounds;
	else if (key === 'lines' && isCount) length.lines = Number(value);
	else
		problems.add('length-unreadable', place, {
			field: key,
			value,
			most: key === 'words' ? mostWords : mostLines,
		});
}

/** `accept=photo`, `accept=photo,pdf`; `mb=5`. */
function readSending(
	sending: ParsedQuestion['sending'],
	{ key, value, place }: { key: 'accept' | 'mb'; value: string; place: Place },
	named: QuestionKind | undefined,
	problems: Problems,
): void {
	if (named !== 'file') {
		problems.add('sending-unused', place, { field: key });
	} else if (key === 'mb') {
		const isCount = /^[1-9]\d?$/.test(value) && Number(value) <= mostMegabytes;
		if (isCount) sending.megabytes = Number(value);
		else problems.add('megabytes-unreadable', place, { value, most: mostMegabytes });
	} else {
		const read = value
			.split(',')
			.map((each) => oneOf(fileTypes, { field: key, value: each, place }, problems));
		// In an order of our own: it says nothing, and the same question has the same hash.
		if (!read.includes(undefined)) sending.accept = fileTypes.filter((type) => read.includes(type));
	}
}

/** `lesson`, or `lesson#heading`; several are parted by commas. */
function readTaught(written: string, place: Place, problems: Problems): Taught[] {
	const taught: Taught[] = [];
	for (const each of written.split(',')) {
		const [, lesson, heading = null] = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([^#\s]+))?$/.exec(each) ?? [];
		if (lesson === undefined) problems.add('teaches-unreadable', place, { value: written });
		else taught.push({ lesson, heading, place });
	}
	return taught;
}
