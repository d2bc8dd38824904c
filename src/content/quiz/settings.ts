/** What the head of a quiz file says of how it is taken. */
import type { QuestionOrder, QuizAccess, QuizKind, ResultPart, Review, TellingTime } from '#schemas/names.ts';
import type { Problems } from '../problems.ts';
import type { FrontMatter } from '../yaml/front-matter.ts';
import { isDate } from '../yaml/shape.ts';

/** The settings of a quiz as far as its file gives them. */
export interface QuizSettings {
	kind?: QuizKind;
	pass?: number;
	/** Share of the points of each competence that passes. */
	passEach?: number;
	attempts?: number;
	draw?: number;
	/** How many parallel forms. */
	forms?: number;
	minutes?: number;
	shuffle?: boolean;
	review?: Review;
	/** Hours until another attempt is given, once all are used up; null: never. */
	retryHours?: number | null;
	waitMinutes?: number;
	hints?: boolean;
	/** Whether each question asks how sure one is. */
	confidence?: boolean;
	/** How many people grade an answer, and how far apart they may be, as a share of its points. */
	graders?: number;
	agreeWithin?: number;
	/** By the clocks of the platform's time zone: `2026-12-01T08:00`. */
	opens?: string;
	closes?: string;
	access?: QuizAccess;
	order?: QuestionOrder;
	show?: Partial<Record<ResultPart, TellingTime>>;
}

const asWritten = [
	'kind',
	'attempts',
	'draw',
	'forms',
	'minutes',
	'shuffle',
	'review',
	'hints',
	'confidence',
	'graders',
	'access',
	'order',
	'show',
] as const;

export function readSettings(head: FrontMatter, problems: Problems): QuizSettings {
	const written = (head.value ?? {}) as Record<string, unknown>;
	const settings: QuizSettings = {};
	for (const key of asWritten)
		if (written[key] !== undefined) Object.assign(settings, { [key]: written[key] });
	readShares(head, settings, problems);
	readRetry(head, settings, problems);
	readWait(head, settings, problems);
	readTimes(head, settings, problems);
	checkShow(head, settings, problems);
	checkUnused(head, settings, problems);
	return settings;
}

/** A field with where it stands, so that what is wrong with it can be told there; null when it is not there. */
function fieldOf({ value, places }: FrontMatter, path: string) {
	const written = path
		.split('.')
		.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);
	const place = places.get(path);
	return written === undefined || !place ? null : { written, text: String(written), place };
}

/** `pass: 70%`, or `pass: { total: 70%, each: 50% }`; and how far apart graders may be. */
function readShares(head: FrontMatter, settings: QuizSettings, problems: Problems): void {
	const agree = readShareAt(head, 'agree_within', 'agree-range', problems);
	if (agree !== undefined) settings.agreeWithin = agree;
	const isOne = typeof fieldOf(head, 'pass')?.written !== 'object';
	const total = readShareAt(head, isOne ? 'pass' : 'pass.total', 'pass-range', problems);
	const each = isOne ? undefined : readShareAt(head, 'pass.each', 'pass-range', problems);
	if (total !== undefined) settings.pass = total;
	if (each !== undefined) settings.passEach = each;
}

function readShareAt(
	head: FrontMatter,
	path: string,
	wrong: 'pass-range' | 'agree-range',
	problems: Problems,
): number | undefined {
	const field = fieldOf(head, path);
	if (!field) return undefined;
	const share = readShare(field.text);
	if (share !== null) return share;
	problems.add(wrong, field.place, { written: field.text });
	return undefined;
}

/** `70%`, or the share itself, `0.7`; null when it is neither or beyond 0 to 100 per cent. */
function readShare(written: string): number | null {
	const [, digits, percent] = /^(\d{1,3}(?:[.,]\d+)?)\s*(%?)$/.exec(written) ?? [];
	if (digits === undefined) return null;
	const value = Number(digits.replace(',', '.'));
	const share = percent === '%' ? Number((value / 100).toPrecision(6)) : value;
	return share >= 0 && share <= 1 ? share : null;
}

const minutesIn: Record<string, number> = { m: 1, h: 60, d: 24 * 60 };
const mostMinutes = 365 * 24 * 60;

/** A time such as `30m`, `24h` or `2d`, in minutes; null when it is none, or longer than a year. */
function readMinutes(written: string, units: string): number | null {
	const [, count, unit = ''] = new RegExp(`^([1-9]\\d{0,3})\\s*([${units}])$`, 'i').exec(written) ?? [];
	const minutes = Number(count) * (minutesIn[unit.toLowerCase()] ?? NaN);
	return minutes <= mostMinutes ? minutes : null;
}

/** `retry_after: 24h`, `2d` or `none`. */
function readRetry(head: FrontMatter, settings: QuizSettings, problems: Problems): void {
	const field = fieldOf(head, 'retry_after');
	if (!field) return;
	const minutes = readMinutes(field.text, 'hd');
	if (field.text === 'none') settings.retryHours = null;
	else if (minutes !== null) settings.retryHours = minutes / 60;
	else problems.add('retry-after-unreadable', field.place, { written: field.text });
	if (settings.attempts === undefined) problems.add('retry-after-unused', field.place, {});
}

function readWait(head: FrontMatter, settings: QuizSettings, problems: Problems): void {
	const field = fieldOf(head, 'wait');
	if (!field) return;
	const minutes = readMinutes(field.text, 'mhd');
	if (minutes !== null) settings.waitMinutes = minutes;
	else problems.add('wait-unreadable', field.place, { written: field.text });
}

function readTimes(head: FrontMatter, settings: QuizSettings, problems: Problems): void {
	for (const name of ['opens', 'closes'] as const) {
		const field = fieldOf(head, name);
		if (!field) continue;
		const moment = readMoment(field.text, name === 'closes');
		if (moment !== null) settings[name] = moment;
		else problems.add('moment-unreadable', field.place, { field: name, written: field.text });
	}
	const { opens, closes } = settings;
	const place = head.places.get('closes');
	if (opens && closes && place && closes <= opens) problems.add('closes-before-opens', place, {});
}

/** `2026-12-01` or `2026-12-01 08:00` as `2026-12-01T08:00`; a day alone begins at 00:00 and ends at 24:00. */
function readMoment(written: string, isEnd: boolean): string | null {
	const [, day = '', time] = /^(\d{4}-\d{2}-\d{2})(?:[T ]+(([01]?\d|2[0-3]):[0-5]\d))?$/.exec(written) ?? [];
	if (!isDate(day)) return null;
	return `${day}T${(time ?? (isEnd ? '24:00' : '00:00')).padStart(5, '0')}`;
}

/** What waits for the end of a quiz that never ends would never be told. */
function checkShow(head: FrontMatter, { show = {}, closes }: QuizSettings, problems: Problems): void {
	for (const [part, when] of Object.entries(show)) {
		const place = head.places.get(`show.${part}`);
		if (when === 'after-closing' && closes === undefined && !head.places.has('closes') && place)
			problems.add('show-needs-closes', place, { part });
	}
}

const countedOnly = ['forms', 'wait', 'opens', 'closes', 'access', 'order', 'show'] as const;

/** Practice is asked in lessons, at any time, and tells at once. */
function checkUnused(head: FrontMatter, { kind }: QuizSettings, problems: Problems): void {
	if (kind !== 'practice') return;
	for (const field of countedOnly) {
		const place = head.places.get(field);
		if (place) problems.add('policy-unused', place, { field, kind });
	}
}
