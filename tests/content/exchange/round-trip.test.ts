/** What is given to a format and taken back is the very same, for every kind that the format holds. */
import fc from 'fast-check';
import type { PhrasingContent, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { questionsOf, readCourseFiles } from '#content/exchange/course.ts';
import { exportQuestions, type ExportFormat } from '#content/exchange/export.ts';
import { importQuestions } from '#content/exchange/import.ts';
import type { Blank, Item, ItemBody, ItemKind, Rich } from '#content/exchange/item.ts';
import { plainText } from '#content/exchange/rich.ts';
import { writeQuestion, writeQuiz } from '#content/exchange/write-quiz.ts';
import { questionKinds, type Region } from '#schemas/question.ts';
import { folderOf, smallCourse, svg, today } from '../helpers.ts';

const signs = 'aếđ កខ0.:;?!#*_`[](){}<>=~&@-+$^"\'\\/%,'.split('');
const tidy = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim();
const address = fc.constantFrom(
	'https://vidu.vn/a_b*c?x=1&y=2#z',
	'www.vidu.vn',
	'lan_b@vidu.vn',
	'https://vidu.vn/a',
);
const letters = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 20 });
const words = fc.oneof(
	{ weight: 9, arbitrary: letters.map((each) => tidy(`${each}x`)) },
	{ weight: 1, arbitrary: fc.tuple(letters, address).map(([each, at]) => tidy(`x ${each} ${at} x`)) },
);
const plain = (value: string): Rich => [{ type: 'paragraph', children: [{ type: 'text', value }] }];
const phrase = fc.tuple(
	words,
	words,
	words,
	fc.constantFrom('strong', 'emphasis', 'inlineCode', 'link', 'tag', 'image'),
);

/** A formatted word among others. */
const formatted = phrase.map(([before, inner, after, type]): Rich => {
	const text = (value: string): PhrasingContent => ({ type: 'text', value });
	const inside = [text(inner)];
	const nodes: Record<string, unknown> = {
		strong: { type, children: inside },
		emphasis: { type, children: inside },
		inlineCode: { type, value: inner },
		link: { type, url: 'https://vidu.vn/a?b=1&c=2', children: inside },
		tag: { type, name: 'sub', children: inside },
		image: { type, url: 'media/hinh.svg', alt: 'Hình' },
	};
	const middle = nodes[type] as PhrasingContent;
	if (type === 'image') return [{ type: 'paragraph', children: [middle] }];
	return [{ type: 'paragraph', children: [text(`${before} `), middle, text(` ${after}`)] }];
});
const listed = fc.array(words, { minLength: 1, maxLength: 3 }).map((all): RootContent => ({
	type: 'list',
	ordered: false,
	spread: false,
	children: all.map((each) => ({ type: 'listItem', children: plain(each) as never })),
}));

const unitNames = ['km', 'cây số', '%', '₫', 'm²', 'R&D', 'a<g>'];
const units = fc.option(
	fc.record({
		policy: fc.constantFrom('optional' as const, 'required' as const),
		words: fc.uniqueArray(fc.constantFrom(...unitNames), { minLength: 1, maxLength: 3 }),
	}),
	{ nil: undefined },
);

const essays = fc.record({
	least: fc.constantFrom(0, 1, 50),
	more: fc.constantFrom(0, 200),
	lines: fc.constantFrom(0, 1, 15, 40),
	criteria: fc.uniqueArray(fc.record({ points: fc.constantFrom(1, 0.25, 2.5), words }), {
		maxLength: 3,
		selector: (each) => each.words.toLowerCase(),
	}),
});

const unlike = { minLength: 2, maxLength: 4, selector: (each: string) => each.toLowerCase() };
const typed: fc.Arbitrary<Blank> = fc
	.uniqueArray(words, { minLength: 1, maxLength: 3 })
	.map((all) => ({ words: all }));
const chosen: fc.Arbitrary<Blank> = fc
	.tuple(fc.uniqueArray(words, unlike), fc.nat(3))
	.map(([all, right]) => ({
		options: all.map((each, index) => ({ words: each, right: index === right % all.length })),
	}));

const shown: Rich = [
	{ type: 'paragraph', children: [{ type: 'image', url: 'media/hinh.svg', alt: 'Hình' }] },
];

/** Words, each followed by a blank. */
function blanked(text: string, count: number): Rich {
	const children = Array.from({ length: count }, (_, index) => [
		{ type: 'text', value: `${text} ` },
		{ type: 'blank', index },
		{ type: 'text', value: ` ${text} ` },
	]).flat();
	return [{ type: 'paragraph', children: [...children, { type: 'text', value: text }] as never }];
}

const thousandths = (most: number) => fc.integer({ min: 1, max: most * 1000 }).map((each) => each / 1000);
/** Five, side by side. */
const places = fc
	.tuple(
		...[0, 20, 40, 60, 80].map((left) =>
			fc.record(
				{
					left: thousandths(9).map((each) => Number((left + each).toFixed(3))),
					top: thousandths(50),
					width: thousandths(10),
					height: thousandths(50),
					round: fc.constant(true as const),
				},
				{ requiredKeys: ['left', 'top', 'width', 'height'] },
			),
		),
	)
	.map((all): Region[] => all);
const plainWords = (rich: Rich) => plainText(rich).replace(/\s+/g, ' ');

interface Holds {
	formatting?: boolean;
	pictures?: boolean;
	feedback?: boolean;
	explanation?: boolean;
	hint?: boolean;
	points?: boolean;
	id?: boolean;
	/** Options that stand after the others. */
	last?: boolean;
	units?: boolean;
	/** Criteria and lines of an essay; words too. */
	criteria?: boolean;
	length?: boolean;
	/** Right-hand sides in plain words only. */
	plainRights?: boolean;
	kinds: ItemKind[];
}

const all = questionKinds.filter((kind): kind is ItemKind => kind !== 'file');
const formats: Record<ExportFormat, Holds> = {
	aiken: { kinds: ['single'] },
	gift: {
		formatting: true,
		feedback: true,
		explanation: true,
		id: true,
		plainRights: true,
		kinds: ['single', 'multiple', 'truefalse', 'number', 'text', 'match', 'essay'],
	},
	csv: {
		feedback: true,
		explanation: true,
		hint: true,
		points: true,
		id: true,
		kinds: all.filter((kind) => kind !== 'hotspot'),
	},
	'moodle-xml': {
		formatting: true,
		pictures: true,
		feedback: true,
		explanation: true,
		hint: true,
		points: true,
		id: true,
		units: true,
		criteria: true,
		length: true,
		plainRights: true,
		kinds: ['single', 'multiple', 'truefalse', 'number', 'text', 'order', 'match', 'blanks', 'essay'],
	},
	qti: {
		last: true,
		formatting: true,
		pictures: true,
		feedback: true,
		explanation: true,
		points: true,
		id: true,
		criteria: true,
		kinds: all,
	},
};

const hasPicture = (rich: Rich) => JSON.stringify(rich).includes('"image"');

function contents(holds: Holds, count: { min: number; max: number }, isPlain = false) {
	const one = words.map(plain);
	// A list or a picture is no part of a line.
	const inLine = formatted.filter((rich) => !hasPicture(rich));
	return fc.uniqueArray(holds.formatting && !isPlain ? fc.oneof(one, inLine) : one, {
		minLength: count.min,
		maxLength: count.max,
		selector: (rich) => JSON.stringify(rich).toLowerCase(),
	});
}

function bodyOf(kind: ItemKind, holds: Holds): fc.Arbitrary<ItemBody> {
	const options = contents(holds, { min: 2, max: 5 }).chain((all) =>
		fc.tuple(
			fc.constant(all),
			fc.array(fc.option(words, { nil: undefined }), { minLength: 5, maxLength: 5 }),
			fc.shuffledSubarray(
				all.map((_, index) => index),
				{ minLength: 2 },
			),
		),
	);
	const choices = (rightOf: (picked: number[], index: number) => boolean) =>
		options.map(([all, remarks, picked]) =>
			all.map((content, index) => ({
				content,
				right: rightOf(picked, index),
				...(holds.last && index > 1 && index >= all.length - (picked[1] ?? 0) && { last: true as const }),
				...(holds.feedback && remarks[index] && { feedback: remarks[index] }),
			})),
		);
	const rights = contents(holds, { min: 2, max: 4 }, holds.plainRights);
	const sorted = fc.tuple(
		contents(holds, { min: 2, max: 5 }),
		rights,
		fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }),
	);
	switch (kind) {
		case 'single':
			return choices((picked, index) => index === picked[0]).map((all) => ({ kind, options: all }));
		case 'multiple':
			return choices((picked, index) => picked.includes(index)).map((all) => ({ kind, options: all }));
		case 'truefalse':
			return fc.boolean().map((right) => ({ kind, right }));
		case 'number':
			return fc
				.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(500), units)
				.map(([value, spread, unit]) => {
					const [shown, around] = [value / 100, spread / 100];
					const round = (each: number) => Number(each.toPrecision(12));
					const bounds = { low: round(shown - around), high: round(shown + around), shown };
					return { kind, ...bounds, ...(holds.units && unit && { units: unit }) };
				});
		case 'text':
			return fc.uniqueArray(words, { minLength: 1, maxLength: 3 }).map((all) => ({ kind, words: all }));
		case 'order':
			return contents(holds, { min: 2, max: 5 }).map((steps) => ({ kind, steps }));
		case 'match':
			return sorted.map(([lefts, targets, places]) => {
				const at = (index: number) => (places[index] ?? 0) % targets.length;
				const used = new Set(lefts.map((_, index) => at(index)));
				return {
					kind,
					pairs: lefts.map((left, index) => ({ left, right: targets[at(index)] ?? [] })),
					decoys: targets.filter((_, index) => !used.has(index)),
				};
			});
		case 'group':
			return sorted.map(([items, targets, places]) => ({
				kind,
				groups: targets.map((content, place) => ({
					content,
					items: items.filter((_, index) => (places[index] ?? 0) % targets.length === place),
				})),
			}));
		case 'essay':
			return essays.map(({ least, more, lines, criteria }) => ({
				kind,
				length: {
					...(holds.length &&
						(least || more) && { words: { ...(least && { least }), ...(more && { most: least + more }) } }),
					...(holds.criteria && lines && { lines }),
				},
				criteria: holds.criteria ? criteria : [],
			}));
		case 'blanks':
			return fc
				.array(fc.oneof(typed, chosen), { minLength: 1, maxLength: 3 })
				.map((blanks) => ({ kind, blanks }));
		case 'hotspot':
			return fc
				.tuple(
					choices((picked, index) => picked.includes(index)),
					places,
				)
				.map(([all, regions]) => ({
					kind,
					spots: all.map((choice, index) => ({
						...choice,
						content: plain(`${plainWords(choice.content)} ${index}`),
						region: regions[index]!,
					})),
				}));
		case 'matrix':
			return sorted.map(([rows, columns, places]) => ({
				kind,
				columns,
				rows: rows.map((content, index) => ({ content, column: (places[index] ?? 0) % columns.length })),
			}));
	}
}

function itemsOf(kind: ItemKind, holds: Holds): fc.Arbitrary<Item> {
	const block = holds.pictures ? formatted : formatted.filter((rich) => !hasPicture(rich));
	const more = holds.formatting
		? fc.tuple(fc.option(block, { nil: [] }), fc.option(listed, { nil: [] }))
		: fc.array(words.map(plain), { maxLength: 1 });
	const said = (held: boolean | undefined) => (held ? fc.option(words, { nil: '' }) : fc.constant(''));
	return fc
		.record({
			title: words,
			name: words,
			more,
			body: bodyOf(kind, holds),
			hint: said(holds.hint),
			explanation: said(holds.explanation),
			points: holds.points ? fc.constantFrom(1, 2, 0.5, 12.25) : fc.constant(1),
			id: holds.id ? fc.constantFrom('mot-cau', 'cau-2') : fc.constant(''),
		})
		.map(({ title, name, more: blocks, body, hint, explanation, points, id }) => ({
			name: title,
			question: [
				...plain(title),
				...blocks.flat(),
				...(body.kind === 'blanks' ? blanked(name, body.blanks.length) : []),
				...(body.kind === 'hotspot' ? shown : []),
			],
			body,
			changes: new Set(),
			points,
			...(hint && { hint }),
			...(explanation && { explanation }),
			...(id && { id }),
		}));
}

const says = 'en';
const locale = 'vi';
const named = { id: 'hoi', title: 'Hỏi' };

/** The quiz, by way of the format. */
async function through(format: ExportFormat, quiz: string) {
	const folder = folderOf({ ...smallCourse, 'demo/vi/02-hoi.quiz.md': quiz, 'demo/media/hinh.svg': svg });
	const one = {
		...folder,
		files: Object.fromEntries(
			Object.entries(folder.files).map(([path, file]) => [path.slice('demo/'.length), file]),
		),
	};
	const { draft, errors } = await readCourseFiles(one, { today, says });
	expect(errors).toEqual([]);
	const bytesOf = (path: string) => draft?.media.get(path)?.bytes;
	const given = await exportQuestions(questionsOf(draft!, undefined), {
		format,
		locale,
		says,
		...named,
		bytesOf,
	});
	if (!given.bytes) return { given: given.report, taken: null, quiz: null };
	const taken = await importQuestions(given.bytes, { format, locale, says, taken: new Set(), ...named });
	return { given: given.report, taken: taken.report, quiz: taken.quiz };
}

describe.each(Object.entries(formats) as [ExportFormat, Holds][])('%s', (format, holds) => {
	it.each(holds.kinds)('%s comes back as it went', async (kind) => {
		await fc.assert(
			fc.asyncProperty(itemsOf(kind, holds), async (item) => {
				const written = writeQuestion(item, { locale, says, taken: new Set() });
				fc.pre(!('wrong' in written));
				if ('wrong' in written) return;
				const quiz = writeQuiz(named.id, named.title, [written]);
				const back = await through(format, quiz);
				// A single word of the format may stand in the way; then that is said.
				if (back.given.rejected.length > 0) return;
				expect(back.taken?.rejected).toEqual([]);
				expect(back.quiz).toBe(quiz);
				expect([back.given.changed, back.taken?.changed]).toEqual([[], []]);
			}),
			{ numRuns: 12 },
		);
	});
});

it.each(Object.keys(formats) as ExportFormat[])(
	'%s: a question that asks for a photo is named',
	async (format) => {
		const quiz = `${writeQuiz(named.id, named.title, [])}\n## Chụp lại {#chup .file}\n\n## Một? {#mot}\n\n- [x] a {#a}\n- [ ] b {#b}\n`;
		const { given } = await through(format, quiz.replace('kind: practice', 'kind: exam'));
		expect(given.exported.map(({ id }) => id)).toEqual(['mot']);
		expect(given.rejected).toEqual([{ name: 'Chụp lại', reason: expect.stringMatching(/no such kind/) }]);
	},
);
