/** A question of a quiz file as other systems take it. */
import type { Element, ElementContent } from 'hast';
import type { Node } from '#schemas/node.ts';
import type { QuestionKind } from '#schemas/names.ts';
import { marksCount } from '../kinds/authoring.ts';
import { allText } from '../markdown/tree.ts';
import { lastClass } from '../quiz/attributes.ts';
import type { ParsedCase } from '../quiz/cases.ts';
import type { ParsedOption, ParsedQuestion } from '../quiz/parsed.ts';
import { Rejected, type Bodies, type Change, type Item, type ItemKind, type Rich } from './item.ts';
import { criteriaPoints } from './essay.ts';
import { blankElement, fromHast, isPlain, plainText } from './rich.ts';

type ToRich = (nodes: readonly Node[]) => Rich;

const bodies: { [K in ItemKind]: (question: ParsedQuestion, rich: ToRich) => Bodies[K] } = {
	single: choices,
	multiple: choices,
	truefalse: ({ answer }) => ({ right: answer?.kind === 'truefalse' && answer.right }),
	number({ answer, unit }) {
		if (answer?.kind !== 'number' || !('low' in answer)) throw new Rejected('bad-number');
		const { low, high, shown, units } = answer;
		return { low, high, shown, ...(unit && units && { units: { policy: unit, words: units } }) };
	},
	text: ({ answer }) => ({ words: answer?.kind === 'text' ? answer.words : [] }),
	order: ({ options }, rich) => ({ steps: options.map(({ content }) => rich(content)) }),
	match: ({ options, targets }, rich) => ({
		pairs: options.map(({ content, target }) => ({
			left: rich(content),
			right: rich(targets[target ?? -1]?.content ?? []),
		})),
		decoys: targets
			.filter((_, index) => !options.some(({ target }) => target === index))
			.map(({ content }) => rich(content)),
	}),
	group: ({ options, targets }, rich) => ({
		groups: targets.map(({ content }, index) => ({
			content: rich(content),
			items: options.filter(({ target }) => target === index).map((option) => rich(option.content)),
		})),
	}),
	blanks: ({ blanks }) => ({
		blanks: blanks.map(({ words, options }) =>
			words
				? { words }
				: {
						options: options.map(({ content, ticked }) => ({ words: allText(content), right: ticked })),
					},
		),
	}),
	hotspot: ({ options }, rich) => ({
		spots: choices({ options }, rich).options.map((choice, index) => ({
			...choice,
			region: options[index]?.region ?? { left: 0, top: 0, width: 0, height: 0 },
		})),
	}),
	essay: ({ options, length }, rich) => ({
		length,
		criteria: options.map(({ content, points }) => ({
			points: points ?? 0,
			words: plainText(rich(content)),
		})),
	}),
	matrix: ({ options, targets }, rich) => ({
		columns: targets.map(({ content }) => rich(content)),
		rows: options.map(({ content, target }) => ({ content: rich(content), column: target ?? 0 })),
	}),
};

function choices({ options }: { options: readonly ParsedOption[] }, rich: ToRich): Bodies['single'] {
	return {
		options: options.map(({ content, ticked, feedback, attributes }) => ({
			content: rich(content),
			right: ticked,
			...(attributes.classes.some(({ name }) => name === lastClass) && { last: true as const }),
			...(feedback !== '' && { feedback }),
		})),
	};
}

/**
 * `about`: the case that it is about, which each question carries in its own text.
 * @throws Rejected where no other system has such a kind
 */
export function itemOf(question: ParsedQuestion, kind: QuestionKind, about?: ParsedCase): Item {
	const changes = new Set<Change>();
	const places = new Map(question.blanks.map((blank, index) => [blank.id ?? '', index]));
	const rich: ToRich = (nodes) =>
		fromHast({ type: 'root', children: hastOf(nodes, places) }, changes, (path) => path);
	// No format hands in files in a way that says what is right.
	if (!Object.hasOwn(bodies, kind)) throw new Rejected('kind-not-held');
	const body = { kind, ...bodies[kind as ItemKind](question, rich) } as Item['body'];
	const { title, id, hint, explanation, skill, teaches } = question;
	const { case: _case, ...traits } = question.item;
	const points = question.points ?? criteriaPoints(body) ?? null;
	if (skill || teaches.length + Object.keys(traits).length > 0) changes.add('item-traits');
	if (marksCount(question)) changes.add('marks');
	if (about) changes.add('shared-case');
	if (kind === 'essay' && !question.options.every(({ content }) => isPlain(rich(content))))
		changes.add('formatting');
	return {
		name: title,
		...(id !== null && { id }),
		question: [
			...(about ? [...paragraph(about.title), ...rich(about.content)] : []),
			...paragraph(title),
			...rich(question.body),
		],
		body,
		changes,
		...(hint !== '' && { hint }),
		...(explanation !== '' && { explanation }),
		...(points !== null && { points }),
	};
}

function paragraph(value: string): Rich {
	return [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}

/** `places`: of blanks, by their ids. */
export function hastOf(nodes: readonly Node[], places: Places = new Map()): ElementContent[] {
	return nodes.flatMap((node): ElementContent[] =>
		typeof node === 'string' ? [{ type: 'text', value: node }] : elementOf(node, places),
	);
}

type Places = ReadonlyMap<string, number>;

/** Components as what HTML has for them. */
function elementOf({ name, attrs = {}, children = [] }: Exclude<Node, string>, places: Places): Element[] {
	const element = (tagName: string, inner: ElementContent[], properties = {}): Element => ({
		type: 'element',
		tagName,
		properties,
		children: inner,
	});
	const words = (said: string): ElementContent[] => [{ type: 'text', value: said }];
	const heading = (said = '') => (said === '' ? [] : [element('p', [element('strong', words(said))])]);
	switch (name) {
		case 'Figure': {
			const picture = element('img', [], { src: attrs.src, alt: attrs.alt });
			return [picture, ...(attrs.caption ? [element('p', [element('em', words(attrs.caption))])] : [])];
		}
		case 'Tip':
		case 'Warning':
			return [element('blockquote', [...heading(attrs.title), ...hastOf(children, places)])];
		case 'Details':
			return [element('div', [...heading(attrs.summary), ...hastOf(children, places)])];
		case 'Steps':
			return [element('div', hastOf(children, places))];
		case 'Video':
		case 'Audio':
			return [element(name.toLowerCase(), [], { alt: attrs.title }), ...heading(attrs.title)];
		case 'Blank':
			return [blankElement(places.get(attrs.id ?? '') ?? 0)];
		case 'Check':
		case 'Try':
			return [];
		default:
			return [element(name, hastOf(children, places), attrs)];
	}
}
