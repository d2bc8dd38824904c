/** One QTI item as a question. */
import { Rejected, type Blank, type Item, type ItemBody, type Reason, type Rich } from '../item.ts';
import { countOf, essayBody, readCriteria } from '../essay.ts';
import { plainText, type FindPicture } from '../rich.ts';
import { choiceBody, matchBody, numberBody, wordsBody, type Bounds } from '../words.ts';
import { childOf, childrenOf, wordsOf, type XmlElement } from '../xml/parse.ts';
import { blankClass } from './blanks.ts';
import { isInline, isInteraction, Texts } from './body.ts';
import { criteriaUse, declarationsOf, pairsOf, undeclared, shareOf, type Declared } from './declared.ts';
import type { Size } from '../../media/size.ts';
import { readHotspot } from './hotspot.ts';
import { allOf } from './tree.ts';

interface Reading {
	item: XmlElement;
	interaction: XmlElement;
	declared: Declared;
	text: Texts;
	sizeOf: SizeOf;
	/** What a reader finds that stands behind the text. */
	behind: Rich;
}

type SizeOf = (path: string) => Size | null;

const kinds: Record<string, (reading: Reading) => ItemBody> = {
	choiceInteraction: readChoice,
	inlineChoiceInteraction: readChoice,
	textEntryInteraction: readEntry,
	orderInteraction: readOrder,
	matchInteraction: readMatch,
	associateInteraction: readAssociate,
	extendedTextInteraction: readEssay,
	hotspotInteraction: readSpots,
};

const refused: Record<string, Reason> = {
	uploadInteraction: 'upload',
	selectPointInteraction: 'hotspot',
	gapMatchInteraction: 'blanks',
};

/** @throws Rejected */
export function readItem(
	item: XmlElement,
	at: { name: string; line?: number },
	{ find, sizeOf }: { find: FindPicture; sizeOf: SizeOf },
): Item {
	const itemBody = childOf(item, 'itemBody');
	if (!itemBody) throw new Rejected('no-text');
	if (item.attributes.adaptive === 'true') throw new Rejected('adaptive');
	if (childOf(item, 'templateDeclaration')) throw new Rejected('calculated');
	const interactions = interactionsOf(itemBody);
	const hasBlanks = interactions.length > 1 || interactions.some(isBlank);
	const text = new Texts(find);
	const question = text.question(itemBody, hasBlanks);
	if (question.length === 0) throw new Rejected('no-text');
	const declarations = declarationsOf(item);
	const readings = interactions.map((interaction): Reading => {
		const isEssay = interaction.name === 'extendedTextInteraction';
		const declared =
			declarations.get(interaction.attributes.responseIdentifier ?? '') ?? (isEssay ? undeclared : undefined);
		if (!declared) throw new Rejected('no-right');
		return { item, interaction, declared, text, sizeOf, behind: [] };
	});
	const body: ItemBody = hasBlanks
		? { kind: 'blanks', blanks: readings.map(readBlank) }
		: readerOf(interactions[0]!)(readings[0]!);
	const { explanation, points } = { explanation: readRemarks(item, body, text), points: pointsOf(item) };
	const id = (item.attributes.identifier ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
	return {
		...at,
		question: [...question, ...readings.flatMap(({ behind }) => behind)],
		body,
		changes: text.changes,
		...(id !== '' && { id }),
		...(points > 0 && { points }),
		...(explanation !== '' && { explanation }),
	};
}

/** One, or several blanks within the text. Kinds that are not here are refused before their keys are looked for. */
function interactionsOf(itemBody: XmlElement): XmlElement[] {
	const all = allOf(itemBody, /Interaction$/).filter(isInteraction);
	const asking = all.filter(({ name }) => !/^(?:endAttempt|media)Interaction$/.test(name));
	const [only, second] = asking;
	if (!only) throw new Rejected('description');
	if (second && !asking.every(isInline)) throw new Rejected('several-parts');
	if (!second) readerOf(only);
	return asking;
}

/** One that is ours stands in its text although it is alone. */
function isBlank({ attributes }: XmlElement): boolean {
	return (attributes.class ?? '').split(/\s+/).includes(blankClass);
}

function readerOf({ name }: XmlElement): (reading: Reading) => ItemBody {
	const read = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
	if (read) return read;
	throw new Rejected((Object.hasOwn(refused, name) && refused[name]) || 'unknown-kind');
}

function readBlank(reading: Reading): Blank {
	const body = readerOf(reading.interaction)(reading);
	switch (body.kind) {
		case 'text':
			return { words: body.words };
		case 'number':
			reading.text.changes.add('as-words');
			return { words: [String(body.shown)] };
		case 'single':
			return { options: body.options.map(({ content, right }) => ({ words: plainText(content), right })) };
		default:
			throw new Rejected('several-parts');
	}
}

/** As the item declares its best score; 0: it does not. */
function pointsOf(item: XmlElement): number {
	const outcome = (name: string) =>
		childrenOf(item, 'outcomeDeclaration').find(({ attributes }) => attributes.identifier === name);
	const maximum = outcome('SCORE')?.attributes.normalMaximum ?? wordsOf(outcome('MAXSCORE'));
	return Number(maximum.trim()) || 0;
}

/** Remarks beside the body: to an option, or an explanation; what is said to a right or wrong answer has no place. */
function readRemarks(item: XmlElement, body: ItemBody, text: Texts): string {
	const said: string[] = [];
	const remarks = [...childrenOf(item, 'modalFeedback'), ...allOf(item, 'feedbackBlock')];
	for (const remark of remarks) {
		const words = text.plain(childOf(remark, 'contentBody') ?? remark);
		const { identifier = '', outcomeIdentifier = '' } = remark.attributes;
		if (words === '') continue;
		if (/expla|solution|rationale|general/i.test(identifier + outcomeIdentifier)) said.push(words);
		else if (!isForOption(item, identifier, words, body)) text.changes.add('verdict-words');
	}
	return said.join(' ');
}

function isForOption(item: XmlElement, identifier: string, words: string, body: ItemBody): boolean {
	const options = 'options' in body ? body.options : body.kind === 'hotspot' ? body.spots : [];
	const ids = allOf(item, /^(?:simple|inline|hotspot)Choice$/).map(({ attributes }) => attributes.identifier);
	const option = options[ids.indexOf(identifier)];
	if (!option) return false;
	option.feedback = [option.feedback, words].filter(Boolean).join(' ');
	return true;
}

function readChoice({ interaction, declared, text }: Reading): ItemBody {
	const choices = childrenOf(interaction).filter(({ name }) => /^(?:simple|inline)Choice$/.test(name));
	if (interaction.attributes.shuffle === 'false' && choices.some(({ attributes }) => attributes.fixed))
		text.changes.add('fixed-order');
	const ends = fixedAtEnd(choices, interaction);
	if (choices.some((choice, index) => isFixed(choice) && index < choices.length - ends))
		text.changes.add('fixed-order');
	const isSingle = declared.cardinality === 'single';
	const truth = isSingle ? truthOf(choices, declared) : null;
	if (truth !== null) {
		if (choices.some((choice) => text.remark(choice) !== '')) text.changes.add('feedback');
		return { kind: 'truefalse', right: truth };
	}
	const weighed = choices.map((choice, index) => ({
		content: text.rich(choice),
		share: shareOf(choice.attributes.identifier ?? '', declared),
		feedback: text.remark(choice),
		last: index >= choices.length - ends,
	}));
	return choiceBody(weighed, isSingle, text.changes);
}

const isFixed = ({ attributes }: XmlElement) => attributes.fixed === 'true';

/** How many options at the end stay there while the others are shuffled. */
function fixedAtEnd(choices: readonly XmlElement[], { attributes }: XmlElement): number {
	if (attributes.shuffle !== 'true') return 0;
	const from = choices.findLastIndex((choice) => !isFixed(choice));
	return from === -1 ? 0 : choices.length - 1 - from;
}

/** Of two options that are called true and false, whether it is the true one; null: they are not. */
function truthOf(choices: readonly XmlElement[], declared: Declared): boolean | null {
	const right = choices.find(({ attributes }) => shareOf(attributes.identifier ?? '', declared) > 0);
	const ids = choices.map(({ attributes }) => attributes.identifier?.toLowerCase() ?? '');
	const areWords = choices.every((choice) =>
		/^(?:true|false|đúng|sai|ត្រូវ|ខុស)[.។]?$/iu.test(wordsOf(choice).trim()),
	);
	if (!right || !areWords || ids.length !== 2 || !ids.includes('true') || !ids.includes('false')) return null;
	return right.attributes.identifier?.toLowerCase() === 'true';
}

function readEntry({ item, declared, text }: Reading): ItemBody {
	const { correct, mapped } = declared;
	const most = Math.max(0, ...mapped.map(({ points }) => points));
	const answers = [
		...correct.map((words) => ({ words, share: 100 })),
		...mapped
			.filter(({ key }) => !correct.includes(key))
			.map(({ key, points }) => ({ words: key, share: most > 0 ? 100 * (points / most) : 0 })),
	];
	if (/^(?:float|integer)$/.test(declared.baseType)) {
		const around = toleranceOf(item);
		const bounds = answers.map(({ words, share }) => ({ ...around(Number(words.replace(',', '.'))), share }));
		return numberBody(bounds, text.changes);
	}
	if (declared.caseSensitive) text.changes.add('case');
	return wordsBody(answers, text.changes);
}

/** `<equal toleranceMode="absolute" tolerance="0.5 1">`: below and above; relative in per cent; else exact. */
function toleranceOf(item: XmlElement): (value: number) => Bounds {
	const equal = childrenOf(item, 'responseProcessing').flatMap((each) => allOf(each, 'equal'))[0];
	const { toleranceMode = 'exact', tolerance = '0' } = equal?.attributes ?? {};
	const [below = 0, above = below] = tolerance.trim().split(/\s+/).map(Number);
	const tidy = (each: number) => Number(each.toPrecision(12));
	return (value) => {
		const unit = toleranceMode === 'absolute' ? 1 : toleranceMode === 'relative' ? Math.abs(value) / 100 : 0;
		return { low: tidy(value - below * unit), high: tidy(value + above * unit), shown: value };
	};
}

function readOrder({ interaction, declared, text }: Reading): ItemBody {
	const choices = childrenOf(interaction, 'simpleChoice');
	const byId = new Map(choices.map((choice) => [choice.attributes.identifier, choice]));
	const steps = declared.correct.map((id) => byId.get(id));
	if (steps.length === 0) throw new Rejected('no-right');
	if (steps.length !== choices.length || steps.includes(undefined)) throw new Rejected('unknown-answer');
	if (steps.length < 2) throw new Rejected('too-few');
	return { kind: 'order', steps: steps.map((step) => text.rich(step)) };
}

interface Side {
	id: string;
	content: Rich;
}

function sideOf(choices: readonly XmlElement[], text: Texts): Side[] {
	return choices.map((choice) => ({ id: choice.attributes.identifier ?? '', content: text.rich(choice) }));
}

function readMatch({ interaction, declared, text }: Reading): ItemBody {
	const [first = [], second = []] = childrenOf(interaction, 'simpleMatchSet').map((set) =>
		sideOf(childrenOf(set, 'simpleAssociableChoice'), text),
	);
	const pairs = pairsOf(declared);
	if (pairs.length === 0) throw new Rejected('no-right');
	const places = placesOf(first, second, pairs);
	if (places) return pairedBody(interaction, first, second, places);
	const mirrored = placesOf(
		second,
		first,
		pairs.map(([left, right]) => [right, left]),
	);
	if (!mirrored) throw new Rejected('pairs-unclear');
	return pairedBody(interaction, second, first, mirrored);
}

/** For each on the left the index of its one partner; null where one has none, or several. */
function placesOf(lefts: readonly Side[], rights: readonly Side[], pairs: readonly [string, string][]) {
	const places = lefts.map(({ id }) => {
		const own = pairs.filter(([left]) => left === id);
		return own.length === 1 ? rights.findIndex((right) => right.id === own[0]?.[1]) : -1;
	});
	return places.includes(-1) ? null : places;
}

/** A table, or groups, where its class says so; else pairs. */
function pairedBody(
	{ attributes }: XmlElement,
	lefts: readonly Side[],
	rights: readonly Side[],
	places: readonly number[],
): ItemBody {
	const classes = (attributes.class ?? '').split(/\s+/);
	const at = (place: number) =>
		lefts.filter((_, index) => places[index] === place).map(({ content }) => content);
	if (classes.includes('qti-match-tabular')) {
		const rows = lefts.map(({ content }, index) => ({ content, column: places[index] ?? 0 }));
		return { kind: 'matrix', columns: rights.map(({ content }) => content), rows };
	}
	if (classes.includes(groupClass))
		return { kind: 'group', groups: rights.map(({ content }, place) => ({ content, items: at(place) })) };
	return matchBody(
		lefts.map(({ content }, index) => ({ left: content, right: rights[places[index] ?? 0]?.content ?? [] })),
		rights.filter((_, place) => !places.includes(place)).map(({ content }) => content),
	);
}

function readSpots(reading: Reading): ItemBody {
	const { picture, spots } = readHotspot(reading);
	reading.behind = picture;
	return { kind: 'hotspot', spots };
}

function readEssay({ item, interaction, text }: Reading): ItemBody {
	const notes = allOf(item, 'rubricBlock').filter(({ attributes }) => attributes.use === criteriaUse);
	const criteria = notes[0] ? readCriteria(text.rich(childOf(notes[0], 'contentBody'))) : null;
	if (notes[0] && criteria === null) text.changes.add('rubric');
	return essayBody(criteria ?? [], { lines: countOf(interaction.attributes.expectedLines, 40) });
}

/** Our own word for things that are sorted into groups. */
export const groupClass = 'cung-hoc-group';

/** Free pairs get a left and a right side, where each stands in one pair at most. */
function readAssociate({ interaction, declared, text }: Reading): ItemBody {
	const all = new Map(
		sideOf(childrenOf(interaction, 'simpleAssociableChoice'), text).map(({ id, content }) => [id, content]),
	);
	const pairs = pairsOf(declared);
	const used = pairs.flat();
	if (new Set(used).size < used.length) throw new Rejected('pairs-unclear');
	if (used.some((id) => !all.has(id))) throw new Rejected('unknown-answer');
	text.changes.add('free-pairs');
	return matchBody(
		pairs.map(([left, right]) => ({ left: all.get(left) ?? [], right: all.get(right) ?? [] })),
		[...all].filter(([id]) => !used.includes(id)).map(([, content]) => content),
	);
}

/** As the report names it. */
export function nameOf(item: XmlElement, otherwise: string): string {
	const { title = '', label = '', identifier = '' } = item.attributes;
	const words = [title, label, identifier, otherwise].map((each) => each.replace(/\s+/g, ' ').trim());
	return words.find((each) => each !== '') ?? plainText([]);
}
