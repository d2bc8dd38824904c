/** QTI 3.0: a package of a test and its items (1EdTech QTI 3.0 ASI, content packaging 1.2). */
import { basename } from 'node:path/posix';
import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/names.ts';
import { criteriaHtml } from '../essay.ts';
import { escapeXml, htmlOf } from '../html.ts';
import { pictureSize } from '../../media/size.ts';
import { mediaType } from '../../media/types.ts';
import { Rejected, type Blank, type Item, type ItemBody, type Rich } from '../item.ts';
import type { PictureBytes } from '../moodle-xml/write.ts';
import { pack } from '../zip.ts';
import { blankDeclarations, blankScore, letter, withInteractions } from './blanks.ts';
import { criteriaUse } from './declared.ts';
import { hotspotInteraction, pictureIn } from './hotspot.ts';
import { groupClass } from './item.ts';

const namespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

interface Parts {
	cardinality: 'single' | 'multiple' | 'ordered';
	baseType: string;
	/** Values of the correct response. */
	correct: string[];
	/** Values that bring points each by itself: those of the correct response, or all that are accepted. */
	mapped?: string[];
	/** In place of a comparison with the correct response. */
	condition?: string;
	interaction: string;
	/** Nothing is right by itself, and a person gives the points. */
	byPerson?: boolean;
	/** Whether options have remarks. */
	remarks?: boolean;
	/** What each accepted value brings; usual: all for words, a share for choices. */
	mappedEach?: 'all';
	/** What is said to each option, where it cannot stand in it. */
	said?: readonly string[];
	/** Each has a response of its own, and stands in the text. */
	blanks?: readonly Blank[];
}

/** The item's file. */
export function writeQtiItem(item: Item, locale: Locale, bytesOf: PictureBytes): string {
	const { points = 1, explanation = '' } = item;
	const { parts, question } = partsWithin(item, locale, bytesOf);
	const id = item.id ?? 'item';
	return `${declaration}<qti-assessment-item xmlns="${namespace}" identifier="${escapeXml(id)}" title="${escapeXml(item.name)}" adaptive="false" time-dependent="false" xml:lang="${locale}">
${declared(parts, points)}
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"${parts.byPerson ? ' external-scored="human"' : ''} normal-maximum="${points}"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>
${parts.remarks ? `<qti-outcome-declaration identifier="FEEDBACK" cardinality="${parts.cardinality}" base-type="identifier"/>\n` : ''}${explanation ? '<qti-outcome-declaration identifier="EXPLANATION" cardinality="single" base-type="identifier"/>\n' : ''}<qti-item-body>${withInteractions(rich(question, true), parts.blanks ?? [])}${parts.interaction}</qti-item-body>
${processing(parts, points, explanation !== '')}
${(parts.said ?? []).map(saidTo).join('')}${explanation ? `<qti-modal-feedback outcome-identifier="EXPLANATION" identifier="explanation" show-hide="show"><qti-content-body><p>${escapeXml(explanation)}</p></qti-content-body></qti-modal-feedback>\n` : ''}</qti-assessment-item>
`;
}

const placed = (path: string) => `../media/${encodeURIComponent(basename(path))}`;
const rich = (content: Rich, whole = false) => htmlOf(content, { whole, place: placed });

/** The picture of a hot spot stands within its interaction, and not in the text. @throws Rejected */
function partsWithin(
	{ body, question }: Item,
	locale: Locale,
	bytesOf: PictureBytes,
): { parts: Parts; question: Rich } {
	if (body.kind !== 'hotspot') return { parts: partsOf(body, locale), question };
	const picture = pictureIn(question);
	const bytes = picture && bytesOf(picture.path);
	const size = bytes && pictureSize(mediaType(picture.path)?.type ?? '', bytes);
	if (!size) throw new Rejected('missing-file');
	const correct = body.spots.flatMap(({ right }, index) => (right ? [letter(index)] : []));
	return {
		parts: {
			...single('identifier', correct[0] ?? ''),
			...(correct.length > 1 && { mapped: correct }),
			// Any of them brings all.
			mappedEach: 'all',
			remarks: body.spots.some(({ feedback }) => feedback),
			said: body.spots.map(({ feedback = '' }) => feedback),
			interaction: hotspotInteraction(body, { src: placed(picture.path), alt: picture.alt, size }),
		},
		question: picture.rest,
	};
}

function saidTo(words: string, index: number): string {
	if (words === '') return '';
	return `<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="${letter(index)}" show-hide="show"><qti-content-body><p>${escapeXml(words)}</p></qti-content-body></qti-modal-feedback>\n`;
}

function declared(
	{ cardinality, baseType, correct, mapped, mappedEach, byPerson, blanks }: Parts,
	points: number,
): string {
	if (blanks) return blankDeclarations(blanks, points);
	if (byPerson)
		return `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${baseType}"/>`;
	const values = correct.map((value) => `<qti-value>${escapeXml(value)}</qti-value>`).join('');
	// Words that are accepted bring all the points each; of several choices each brings its share.
	const each = baseType === 'string' || mappedEach ? points : points / (mapped?.length ?? 1);
	const entries = mapped?.map(
		(key) => `<qti-map-entry map-key="${escapeXml(key)}" mapped-value="${each}" case-sensitive="false"/>`,
	);
	const wrong = cardinality === 'multiple' && baseType === 'identifier' ? -each : 0;
	const mapping = entries
		? `<qti-mapping lower-bound="0" upper-bound="${points}" default-value="${wrong}">${entries.join('')}</qti-mapping>`
		: '';
	return `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${baseType}"><qti-correct-response>${values}</qti-correct-response>${mapping}</qti-response-declaration>`;
}

function processing(
	{ mapped, condition, remarks, byPerson, blanks }: Parts,
	points: number,
	explains: boolean,
): string {
	const set = (name: string, value: string) =>
		`<qti-set-outcome-value identifier="${name}">${value}</qti-set-outcome-value>`;
	const matches =
		condition ??
		'<qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>';
	const all = set('SCORE', `<qti-base-value base-type="float">${points}</qti-base-value>`);
	const sum = blanks ? blankScore(blanks) : mapped && '<qti-map-response identifier="RESPONSE"/>';
	const score = sum
		? set('SCORE', sum)
		: `<qti-response-condition><qti-response-if>${matches}${all}</qti-response-if></qti-response-condition>`;
	const feedback = remarks ? set('FEEDBACK', '<qti-variable identifier="RESPONSE"/>') : '';
	const shown = explains
		? set('EXPLANATION', '<qti-base-value base-type="identifier">explanation</qti-base-value>')
		: '';
	return `<qti-response-processing>${byPerson ? '' : score}${feedback}${shown}</qti-response-processing>`;
}

function partsOf(body: Exclude<ItemBody, { kind: 'hotspot' }>, locale: Locale): Parts {
	switch (body.kind) {
		case 'single':
		case 'multiple':
			return choiceParts(body);
		case 'truefalse':
			return truthParts(body.right, locale);
		case 'number': {
			const { low, high, shown } = body;
			const tidy = (value: number) => Number(value.toPrecision(12));
			const condition = `<qti-equal tolerance-mode="absolute" tolerance="${tidy(shown - low)} ${tidy(high - shown)}"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal>`;
			return { ...single('float', String(shown)), condition, interaction: entry };
		}
		case 'text':
			return { ...single('string', body.words[0] ?? ''), mapped: body.words, interaction: entry };
		case 'order': {
			const steps = inOrderOfWords(body.steps);
			const correct = body.steps.map((step) => letter(steps.indexOf(step)));
			const interaction = `<qti-order-interaction response-identifier="RESPONSE" shuffle="true">${choices(steps)}</qti-order-interaction>`;
			return { cardinality: 'ordered', baseType: 'identifier', correct, interaction };
		}
		case 'essay': {
			const { lines } = body.length;
			const notes = criteriaHtml(body.criteria);
			return {
				cardinality: 'single',
				baseType: 'string',
				correct: [],
				byPerson: true,
				interaction: `<qti-extended-text-interaction response-identifier="RESPONSE"${lines ? ` expected-lines="${lines}"` : ''}/>${notes && `<qti-rubric-block use="${criteriaUse}" view="scorer"><qti-content-body>${notes}</qti-content-body></qti-rubric-block>`}`,
			};
		}
		case 'blanks':
			return { ...single('string', ''), blanks: body.blanks, interaction: '' };
		case 'match': {
			const rights = new Map(
				[...body.pairs.map(({ right }) => right), ...body.decoys].map((each) => [rich(each), each]),
			);
			const keys = [...rights.keys()];
			const places = body.pairs.map(({ right }) => keys.indexOf(rich(right)));
			return matchParts(
				body.pairs.map(({ left }) => left),
				[...rights.values()],
				places,
				'',
			);
		}
		case 'group': {
			const items = body.groups.flatMap(({ items: own }, place) => own.map((item) => ({ item, place })));
			const places = items.map(({ place }) => place);
			return matchParts(
				items.map(({ item }) => item),
				body.groups.map(({ content }) => content),
				places,
				groupClass,
			);
		}
		case 'matrix': {
			const places = body.rows.map(({ column }) => column);
			return matchParts(
				body.rows.map(({ content }) => content),
				body.columns,
				places,
				'qti-match-tabular',
			);
		}
	}
}

function single(baseType: string, right: string): Pick<Parts, 'cardinality' | 'baseType' | 'correct'> {
	return { cardinality: 'single', baseType, correct: [right] };
}

const entry = '<div><qti-text-entry-interaction response-identifier="RESPONSE"/></div>';

/** An order by their words says nothing of the right one. */
function inOrderOfWords(steps: readonly Rich[]): Rich[] {
	const written = new Map(steps.map((step) => [step, rich(step)]));
	return [...steps].sort((a, b) => (written.get(a) ?? '').localeCompare(written.get(b) ?? '', 'vi'));
}

function choices(
	contents: readonly Rich[],
	remarks: readonly (string | undefined)[] = [],
	isFixed: (index: number) => boolean = () => false,
): string {
	const remark = (index: number) =>
		remarks[index]
			? `<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="${letter(index)}" show-hide="show">${escapeXml(remarks[index])}</qti-feedback-inline>`
			: '';
	return contents
		.map(
			(content, index) =>
				`<qti-simple-choice identifier="${letter(index)}"${isFixed(index) ? ' fixed="true"' : ''}>${rich(content)}${remark(index)}</qti-simple-choice>`,
		)
		.join('');
}

function choiceParts({ kind, options }: Extract<ItemBody, { options: unknown }>): Parts {
	const correct = options.flatMap(({ right }, index) => (right ? [letter(index)] : []));
	const remarks = options.map(({ feedback }) => feedback);
	const inner = choices(
		options.map(({ content }) => content),
		remarks,
		(index) => options[index]?.last === true,
	);
	return {
		cardinality: kind === 'single' ? 'single' : 'multiple',
		baseType: 'identifier',
		correct,
		...(kind === 'multiple' && { mapped: correct }),
		remarks: remarks.some(Boolean),
		interaction: `<qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="${kind === 'single' ? 1 : 0}">${inner}</qti-choice-interaction>`,
	};
}

function truthParts(right: boolean, locale: Locale): Parts {
	const { true: yes, false: no } = messagesFor(locale).question;
	return {
		...single('identifier', String(right)),
		interaction: `<qti-choice-interaction response-identifier="RESPONSE" shuffle="false" max-choices="1"><qti-simple-choice identifier="true">${yes}</qti-simple-choice><qti-simple-choice identifier="false">${no}</qti-simple-choice></qti-choice-interaction>`,
	};
}

/** `places`: for each on the left the index of what it goes with. */
function matchParts(
	lefts: readonly Rich[],
	rights: readonly Rich[],
	places: readonly number[],
	name: string,
): Parts {
	const set = (contents: readonly Rich[], side: string, most: number) =>
		`<qti-simple-match-set>${contents.map((content, index) => `<qti-simple-associable-choice identifier="${side}${index + 1}" match-max="${most}">${rich(content)}</qti-simple-associable-choice>`).join('')}</qti-simple-match-set>`;
	const correct = places.map((place, index) => `l${index + 1} r${place + 1}`);
	return {
		cardinality: 'multiple',
		baseType: 'directedPair',
		correct,
		mapped: correct,
		interaction: `<qti-match-interaction${name === '' ? '' : ` class="${name}"`} response-identifier="RESPONSE" shuffle="true" max-associations="${lefts.length}">${set(lefts, 'l', 1)}${set(rights, 'r', 0)}</qti-match-interaction>`,
	};
}

interface QtiItem {
	id: string;
	content: string;
}

/** `media`: the pictures that items show, by path here. */
export function writeQti(
	items: readonly QtiItem[],
	{ id, title, media }: { id: string; title: string; media: ReadonlyMap<string, Uint8Array> },
): Promise<Uint8Array> {
	const files = items.map((item) => ({ ...item, href: `items/${item.id}.xml` }));
	const refs = files.map((each) => `<qti-assessment-item-ref identifier="${each.id}" href="${each.href}"/>`);
	const test = `${declaration}<qti-assessment-test xmlns="${namespace}" identifier="${id}" title="${escapeXml(title)}"><qti-test-part identifier="part" navigation-mode="nonlinear" submission-mode="simultaneous"><qti-assessment-section identifier="section" title="${escapeXml(title)}" visible="true">${refs.join('')}</qti-assessment-section></qti-test-part></qti-assessment-test>\n`;
	const pictures = [...media].map(([path, bytes]): [string, Uint8Array] => [
		`media/${basename(path)}`,
		bytes,
	]);
	const resource = (name: string, type: string, href: string) =>
		`<resource identifier="${name}" type="${type}" href="${href}"><file href="${href}"/></resource>`;
	const resources = [
		resource('test', 'imsqti_test_xmlv3p0', 'test.xml'),
		...files.map((each) => resource(`i-${each.id}`, 'imsqti_item_xmlv3p0', each.href)),
		...pictures.map(([name], index) => resource(`m-${index + 1}`, 'webcontent', escapeXml(name))),
	];
	const manifest = `${declaration}<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="${id}-package"><metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata><organizations/><resources>${resources.join('')}</resources></manifest>\n`;
	return pack([
		['imsmanifest.xml', manifest],
		['test.xml', test],
		...files.map((each): [string, string] => [each.href, each.content]),
		...pictures,
	]);
}
