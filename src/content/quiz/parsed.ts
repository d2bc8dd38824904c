/** A question as one file says it, before it is held against the other files. */
import type { FileType, ItemLevel, ItemStatus } from '#schemas/names.ts';
import type { Node } from '#schemas/node.ts';
import type { QuestionKind, Region } from '#schemas/question.ts';
import type { References } from '../content-tree.ts';
import { allText } from '../markdown/tree.ts';
import type { Place } from '../source.ts';
import type { Attributes } from './attributes.ts';
import type { OptionForm } from './blocks.ts';

/** What `= …` says: a truth value, a number with its bounds, or words. */
export type WrittenAnswer =
	| { kind: 'truefalse'; right: boolean }
	| { kind: 'number'; low: number; high: number; shown: number; units?: string[] }
	| { kind: 'text'; words: string[] }
	| { kind: 'number'; wrong: 'unreadable' | 'range' };

export interface ParsedOption {
	id: string | null;
	attributes: Attributes;
	place: Place;
	form: OptionForm;
	ticked: boolean;
	content: Node[];
	feedback: string;
	/** The index among the targets of what it goes with. */
	target: number | null;
	/** Where it is on the picture of its question; null: it is not said. */
	region: Region | null;
	/** Of a criterion: the most points; null: none is written, or none that can be used. */
	points: number | null;
}

/** A blank of the text: words to type, or choices. */
export interface ParsedBlank {
	id: string | null;
	attributes: Attributes;
	place: Place;
	/** Null: there are choices. */
	words: string[] | null;
	options: ParsedOption[];
}

/** `none`: there is no answer to tell by; `refused`: the kind cannot be used, and it was said why. */
export type WrittenKind = QuestionKind | 'none' | 'refused';

/** Where the author says that a question is taught: `lesson` or `lesson#heading`. */
export interface Taught {
	lesson: string;
	/** As written; null: the whole lesson. */
	heading: string | null;
	place: Place;
}

export type UnitPolicy = (typeof unitPolicies)[number];
export const unitPolicies = ['optional', 'required'] as const;

/** What an item says about itself. */
export interface ItemTraits {
	level?: ItemLevel;
	variantOf?: string;
	status?: ItemStatus;
	/** Id of the case that it is about. */
	case?: string;
	/** An opinion is asked for: there is no right answer. */
	survey?: true;
	/** It is asked how sure the learner is. */
	confidence?: true;
	/** The author's estimate of the share of people who get it wrong, 0 to 1. */
	difficulty?: number;
	/** The last day on which what it says holds, YYYY-MM-DD. */
	expires?: string;
	/** A web address, or the number of a law. */
	source?: string;
}

export interface ParsedQuestion {
	id: string | null;
	attributes: Attributes;
	place: Place;
	title: string;
	body: Node[];
	options: ParsedOption[];
	/** What options go with: a line each for pairs; those of decoys belong to no option. */
	targets: ParsedOption[];
	/** In the order of the text. */
	blanks: ParsedBlank[];
	hint: string;
	explanation: string;
	points: number | null;
	/** Whether a number's unit may or must be typed. */
	unit: UnitPolicy | null;
	skill: { code: string; place: Place } | null;
	teaches: Taught[];
	item: ItemTraits;
	kind: WrittenKind;
	/** How long an essay is to be, in words, and the lines of room for it. */
	length: { words?: { least?: number; most?: number }; lines?: number };
	/** What kind of file may be sent, and how heavy it may be. */
	sending: { accept?: FileType[]; megabytes?: number };
	answer: (WrittenAnswer & { place: Place }) | null;
	references: References[];
}

export function optionsOf({ options, targets }: ParsedQuestion): ParsedOption[] {
	return [...options, ...targets];
}

/** Everything in a question that has an id of its own; the choices of a blank by `blank/choice`. */
export function namedParts(question: ParsedQuestion): Pick<ParsedOption, 'id' | 'attributes'>[] {
	const inBlanks = question.blanks.flatMap(({ id: blank, attributes, options }) => [
		{ id: blank, attributes },
		...options.map((option) => ({ id: `${blank}/${option.id}`, attributes: option.attributes })),
	]);
	return [...optionsOf(question), ...inBlanks];
}

/** The words of an option, to compare it with the others. */
export function optionText(option: ParsedOption): string {
	const words = allText(option.content).replace(/\s+/g, ' ').trim().toLowerCase();
	return words === '' ? JSON.stringify(option.content) : words;
}
