/** Parse: a quiz file by itself. */
import { QuizHead } from '#schemas/author.ts';
import type { QuizKind, Review } from '#schemas/names.ts';
import type { Locale } from '#schemas/common.ts';
import type { ComponentName, Node } from '#schemas/node.ts';
import { readReferences, type References } from '../content-tree.ts';
import type { ContentFile } from '../layout.ts';
import { decodeOrReport, readIdentity, type ParsedFile } from '../lesson.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import type { Problems } from '../problems.ts';
import { readFrontMatter, type FrontMatter } from '../yaml/front-matter.ts';
import { readBlocks } from './blocks.ts';
import type { ParsedQuestion } from './parsed.ts';
import { readQuestion } from './question.ts';

/** The settings of a quiz as far as its file gives them. */
export interface QuizSettings {
	kind?: QuizKind;
	pass?: number;
	attempts?: number;
	draw?: number;
	minutes?: number;
	shuffle?: boolean;
	review?: Review;
	/** Hours until another attempt is given, once all are used up; null: never. */
	retryHours?: number | null;
	hints?: boolean;
	/** How many people grade an answer, and how far apart they may be, as a share of its points. */
	graders?: number;
	agreeWithin?: number;
}

export interface ParsedQuiz extends ParsedFile {
	settings: QuizSettings;
	intro: Node[];
	references: References;
	questions: ParsedQuestion[];
}

const introComponents: ReadonlySet<ComponentName> = new Set(['Figure', 'Tip', 'Warning', 'Details']);

export function readQuiz(file: ContentFile, locale: Locale, problems: Problems): ParsedQuiz | null {
	const text = decodeOrReport(file, problems);
	if (!text) return null;
	const head = readFrontMatter(text, QuizHead, 'quiz', problems);
	const blocks = readBlocks(text, head.bodyStart, problems);
	const tree = readMarkdown(text, blocks.intro, { components: introComponents, takesTitle: true }, problems);
	const questions: ParsedQuestion[] = [];
	for (const block of blocks.questions) questions.push(readQuestion(text, block, locale, problems));
	if (questions.length === 0) problems.add('quiz-empty', text.place(head.bodyStart), {});
	const references = readReferences(tree, text, problems, 'question');
	const settings = readSettings(head, problems);
	return {
		...readIdentity(file, text, head, tree.title, problems),
		settings,
		intro: tree.nodes,
		references,
		questions,
	};
}

function readSettings(head: FrontMatter, problems: Problems): QuizSettings {
	const rest = (head.value ?? {}) as QuizSettings;
	const settings: QuizSettings = {};
	for (const key of [
		'kind',
		'attempts',
		'draw',
		'minutes',
		'shuffle',
		'review',
		'hints',
		'graders',
	] as const) {
		const value = rest[key];
		if (value !== undefined) Object.assign(settings, { [key]: value });
	}
	readRetry(head, settings, problems);
	const pass = shareIn(head, 'pass', 'pass-range', problems);
	const agree = shareIn(head, 'agree_within', 'agree-range', problems);
	return {
		...settings,
		...(pass !== null && { pass }),
		...(agree !== null && { agreeWithin: agree }),
	};
}

/** The share that a field gives; null: none is written, or it was said what is wrong. */
function shareIn(
	{ value, places }: FrontMatter,
	field: string,
	wrong: 'pass-range' | 'agree-range',
	problems: Problems,
): number | null {
	const place = places.get(field);
	const written = (value as Record<string, unknown> | null)?.[field];
	if (written === undefined || !place) return null;
	const share = readShare(written);
	if (share === null) problems.add(wrong, place, { written: String(written) });
	return share;
}

/** `70%`, or the share itself, `0.7`; null when it is neither or beyond 0 to 100 per cent. */
function readShare(written: unknown): number | null {
	const [, digits, percent] = /^(\d{1,3}(?:[.,]\d+)?)\s*(%?)$/.exec(String(written)) ?? [];
	if (digits === undefined) return null;
	const value = Number(digits.replace(',', '.'));
	const share = percent === '%' ? Number((value / 100).toPrecision(6)) : value;
	return share >= 0 && share <= 1 ? share : null;
}

const mostDays = 365;

/** `retry_after: 24h`, `2d` or `none`. */
function readRetry({ value, places }: FrontMatter, settings: QuizSettings, problems: Problems): void {
	const place = places.get('retry_after');
	const { retry_after: written } = (value ?? {}) as { retry_after?: unknown };
	if (written === undefined || !place) return;
	const [, count, unit] = /^([1-9]\d{0,3})\s*([hd])$/i.exec(String(written)) ?? [];
	const hours = Number(count) * (unit?.toLowerCase() === 'd' ? 24 : 1);
	if (written === 'none') settings.retryHours = null;
	else if (hours <= mostDays * 24) settings.retryHours = hours;
	else problems.add('retry-after-unreadable', place, { written: String(written) });
	if (settings.attempts === undefined) problems.add('retry-after-unused', place, {});
}
