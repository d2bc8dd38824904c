import type { Node, NodeElement } from '#schemas/node.ts';
import { plainText } from './text.ts';

/** A heading of a lesson, and what its numbered steps say; a lesson's first steps may stand without a heading. */
export interface MainPoint {
	title: string | null;
	steps: string[];
}

/** Characters that a step may have on a leaflet. */
const longestStep = 110;
/** And up to which it is not made shorter. */
const shortStep = 60;

/**
 * What a lesson says in short, in its own words: its headings, and as many of its sections' steps, in their order, as
 * have room in `lines` of `across` characters together. Nothing is cut within a sentence: a section whose steps are too long gives its
 * heading alone.
 */
export function mainPoints(
	nodes: readonly Node[],
	{ lines, across }: { lines: number; across: number },
): MainPoint[] {
	const sections = sectionsOf(nodes);
	const taken = (text: string) => Math.ceil(text.length / across);
	let left = lines - sections.reduce((sum, { title }) => sum + taken(title ?? ''), 0);
	return sections
		.map(({ title, steps }) => {
			const needed = steps.reduce((sum, step) => sum + taken(step), 0);
			if (needed > left) return { title, steps: [] };
			left -= needed;
			return { title, steps };
		})
		.filter(({ title, steps }) => title !== null || steps.length > 0);
}

function sectionsOf(nodes: readonly Node[]): MainPoint[] {
	const sections: MainPoint[] = [{ title: null, steps: [] }];
	for (const node of nodes) {
		if (typeof node === 'string') continue;
		if (node.name === 'h2') sections.push({ title: plainText(node.children ?? []), steps: [] });
		else if (node.name === 'Steps') sections.at(-1)!.steps.push(...stepsOf(node));
	}
	return sections;
}

/** Empty where one of them cannot be said in short. */
function stepsOf({ children = [] }: NodeElement): string[] {
	const items = children.flatMap((list) =>
		typeof list !== 'string' && list.name === 'ol' ? (list.children ?? []) : [],
	);
	const steps = items
		.filter((item): item is NodeElement => typeof item !== 'string' && item.name === 'li')
		.map(inShort);
	return steps.includes('') ? [] : steps;
}

/** A step's first line where that is short; else its bold beginning, where that is a sentence, or its first sentence. */
function inShort(step: NodeElement): string {
	const line = plainText(step.children ?? []).split('\n')[0] ?? '';
	if (line.length <= shortStep) return line;
	const bold = boldStart(step);
	if (/[.:?!។]$/u.test(bold) && bold.length <= longestStep) return bold.replace(/:$/, '');
	if (line.length <= longestStep) return line;
	const sentence = /^.+?[.?!។](?=\s|$)/u.exec(line)?.[0] ?? '';
	return sentence.length <= longestStep ? sentence : '';
}

function boldStart({ children = [] }: NodeElement): string {
	const first = children.find((child) => typeof child !== 'string' || child.trim() !== '');
	if (first === undefined || typeof first === 'string') return '';
	if (first.name === 'p') return boldStart(first);
	return first.name === 'strong' ? plainText([first]) : '';
}

/** The first picture of a lesson, wherever in it; null: it has none. */
export function firstPicture(nodes: readonly Node[]): { src: string; alt: string } | null {
	for (const node of nodes) {
		if (typeof node === 'string') continue;
		const { src, alt = '' } = node.attrs ?? {};
		if (node.name === 'Figure' && src) return { src, alt };
		const within = firstPicture(node.children ?? []);
		if (within) return within;
	}
	return null;
}
