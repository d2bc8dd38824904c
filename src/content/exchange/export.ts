/** Questions of ours as a file of another system. What a format cannot hold is named, and stops nothing. */
import type { Locale, QuestionKind } from '#schemas/names.ts';
import { exchangeMessages } from '#messages/exchange/index.ts';
import { writeAiken, writeAikenItem } from './aiken/write.ts';
import { writeCsv, writeCsvItem } from './csv/write.ts';
import { writeGift, writeGiftItem } from './gift/write.ts';
import { importFormats, type ImportFormat } from './import.ts';
import { Rejected, type Change, type Item, type Rich } from './item.ts';
import { writeMoodleItem, writeMoodleXml, type PictureBytes } from './moodle-xml/write.ts';
import { writeQti, writeQtiItem } from './qti/write.ts';
import { isPlain } from './rich.ts';
import { visit } from '../markdown/parse.ts';
import { idFrom, unused } from '../slug.ts';

/** Whatever can be brought over can be given away. */
export const exportFormats = importFormats;
export type ExportFormat = ImportFormat;

/** What of an item may be lost, beside its kind. */
const traits = ['formatting', 'picture', 'feedback', 'explanation', 'hint', 'points', 'id'] as const;
type Trait = (typeof traits)[number];

const holds: Record<ExportFormat, readonly Trait[]> = {
	aiken: [],
	gift: ['formatting', 'feedback', 'explanation', 'id'],
	csv: ['feedback', 'explanation', 'hint', 'points', 'id'],
	'moodle-xml': traits,
	qti: ['formatting', 'picture', 'feedback', 'explanation', 'points', 'id'],
};

const lost: Record<Trait, Change> = {
	formatting: 'formatting',
	picture: 'picture',
	feedback: 'feedback',
	explanation: 'no-explanation',
	hint: 'no-hint',
	points: 'no-points',
	id: 'no-id',
};

export interface ExportReport {
	exported: { name: string; kind: QuestionKind; id?: string }[];
	changed: { name: string; what: string }[];
	rejected: { name: string; reason: string }[];
}

interface ExportOptions {
	format: ExportFormat;
	locale: Locale;
	says: 'vi' | 'en';
	/** Of the quiz, or of the course. */
	id: string;
	title: string;
	bytesOf: PictureBytes;
}

/** An item, or why there is none of a question. */
export type Offered = Item | { name: string; rejected: Rejected };

/** The file, null where no question could be written; and what came of each. */
export async function exportQuestions(
	offered: readonly Offered[],
	options: ExportOptions,
): Promise<{ report: ExportReport; bytes: Uint8Array | null }> {
	const text = exchangeMessages(options.says);
	const report: ExportReport = { exported: [], changed: [], rejected: [] };
	const reject = (name: string, { reason }: Rejected) =>
		report.rejected.push({ name, reason: text.reasons[reason] });
	const file = files[options.format](options);
	for (const item of offered) {
		if ('rejected' in item) {
			reject(item.name, item.rejected);
			continue;
		}
		try {
			file.add(item);
		} catch (error) {
			if (!(error instanceof Rejected)) throw error;
			reject(item.name, error);
			continue;
		}
		const { name, body, id } = item;
		report.exported.push({ name, kind: body.kind, ...(id !== undefined && { id }) });
		for (const change of [...item.changes, ...lossesOf(item, options.format)])
			report.changed.push({ name, what: text.changes[change] });
	}
	const content = report.exported.length === 0 ? null : await file.end();
	return { report, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

interface File {
	/** @throws Rejected */
	add(item: Item): void;
	end(): string | Promise<Uint8Array>;
}

function collected<Part>(write: (item: Item) => Part, end: (parts: Part[]) => ReturnType<File['end']>): File {
	const parts: Part[] = [];
	return { add: (item) => void parts.push(write(item)), end: () => end(parts) };
}

const files: Record<ExportFormat, (options: ExportOptions) => File> = {
	aiken: () => collected(writeAikenItem, writeAiken),
	gift: () => collected(writeGiftItem, writeGift),
	csv: () => collected(writeCsvItem, writeCsv),
	'moodle-xml': ({ bytesOf }) => collected((item) => writeMoodleItem(item, bytesOf), writeMoodleXml),
	qti({ id, title, locale, bytesOf }) {
		const ids = new Set<string>();
		const media = new Map<string, Uint8Array>();
		const write = (item: Item) => {
			const own = unused(item.id ?? 'item', ids);
			ids.add(own);
			for (const path of picturesOf(item)) media.set(path, bytesOf(path) ?? new Uint8Array());
			return { id: own, content: writeQtiItem({ ...item, id: own }, locale, bytesOf) };
		};
		return collected(write, (items) => writeQti(items, { id, title, media }));
	},
};

function lossesOf(item: Item, format: ExportFormat): Change[] {
	const { name, body, question, explanation, hint, points = 1, id } = item;
	const texts = [question, ...textsOf(body)];
	const pictures = picturesOf(item).length > 0;
	const has: Record<Trait, boolean> = {
		formatting: !texts.every(isPlainButPictures),
		picture: pictures,
		feedback:
			('options' in body && body.options.some(({ feedback }) => feedback)) ||
			(body.kind === 'hotspot' && body.spots.some(({ feedback }) => feedback)),
		explanation: Boolean(explanation),
		hint: Boolean(hint),
		points: points !== 1,
		// An id that is made of the words comes back by itself.
		id: id !== undefined && id !== idFrom(name, 'cau-hoi', new Set()),
	} as Record<Trait, boolean>;
	const losses = traits
		.filter((trait) => has[trait] && !holds[format].includes(trait))
		.map((trait) => lost[trait]);
	if (format !== 'moodle-xml' && body.kind === 'number' && body.units) losses.push('unit');
	if (format !== 'qti' && 'options' in body && body.options.some(({ last }) => last))
		losses.push('last-option');
	if (body.kind === 'essay') {
		const hasNotes = format === 'moodle-xml' || format === 'qti';
		if (body.criteria.length > 0 && !hasNotes) losses.push('criteria');
		const { words, lines } = body.length;
		if ((words && format !== 'moodle-xml') || (lines && !hasNotes)) losses.push('length');
	}
	// Right-hand sides are plain words in both.
	const isBare = format === 'gift' || format === 'moodle-xml';
	if (body.kind === 'hotspot' && !textsOf(body).every(isPlain)) losses.push('formatting');
	if (isBare && !rightsOf(body).every(isPlain) && !losses.includes('formatting')) losses.push('formatting');
	if (format === 'moodle-xml' && (body.kind === 'group' || body.kind === 'matrix')) losses.push('as-pairs');
	return losses;
}

function isPlainButPictures(rich: Rich): boolean {
	return isPlain(
		rich.map((node) =>
			node.type === 'paragraph'
				? { ...node, children: node.children.filter(({ type }) => !/^(?:image|blank)$/.test(type)) }
				: node,
		),
	);
}

function rightsOf(body: Item['body']): Rich[] {
	switch (body.kind) {
		case 'match':
			return [...body.pairs.map(({ right }) => right), ...body.decoys];
		case 'group':
			return body.groups.map(({ content }) => content);
		case 'matrix':
			return body.columns;
		default:
			return [];
	}
}

function textsOf(body: Item['body']): Rich[] {
	switch (body.kind) {
		case 'single':
		case 'multiple':
			return body.options.map(({ content }) => content);
		case 'hotspot':
			return body.spots.map(({ content }) => content);
		case 'order':
			return body.steps;
		case 'match':
			return [...body.pairs.map(({ left }) => left), ...rightsOf(body)];
		case 'group':
			return [...body.groups.flatMap(({ items }) => items), ...rightsOf(body)];
		case 'matrix':
			return [...body.rows.map(({ content }) => content), ...rightsOf(body)];
		default:
			return [];
	}
}

/** Paths of the pictures that it shows. */
function picturesOf({ question, body }: Item): string[] {
	const paths = new Set<string>();
	for (const rich of [question, ...textsOf(body)])
		visit({ type: 'root', children: rich }, (node) => {
			if (node.type === 'image') paths.add(node.url);
		});
	return [...paths];
}
