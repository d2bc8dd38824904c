/** Regions of a picture as a hot spot interaction of QTI, whose places are pixels of the picture. */
import type { Region } from '#schemas/question.ts';
import type { Size } from '../../media/size.ts';
import { escapeXml } from '../html.ts';
import { Rejected, type Bodies, type Rich, type Spot } from '../item.ts';
import { plainText } from '../rich.ts';
import { childrenOf, type XmlElement } from '../xml/parse.ts';
import { letter } from './blanks.ts';
import type { Declared } from './declared.ts';
import type { Texts } from './body.ts';

/** The picture of a text: the last paragraph that is one and nothing else. */
export function pictureIn(question: Rich): { path: string; alt: string; rest: Rich } | null {
	const at = question.findLastIndex(
		(node) => node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'image',
	);
	const [image] = (question[at] as { children?: Rich } | undefined)?.children ?? [];
	if (image?.type !== 'image') return null;
	return { path: image.url, alt: image.alt ?? '', rest: question.filter((_, index) => index !== at) };
}

/** @param src where the picture lies, from the item */
export function hotspotInteraction(
	{ spots }: Bodies['hotspot'],
	{ src, alt, size }: { src: string; alt: string; size: Size },
): string {
	const choices = spots.map(({ content, region }, index) => {
		const name = escapeXml(plainText(content));
		return `<qti-hotspot-choice identifier="${letter(index)}" ${shapeOf(region, size)} hotspot-label="${name}"/>`;
	});
	const picture = `<img src="${escapeXml(src)}" alt="${escapeXml(alt)}" width="${size.width}" height="${size.height}"/>`;
	return `<qti-hotspot-interaction response-identifier="RESPONSE" max-choices="1">${picture}${choices.join('')}</qti-hotspot-interaction>`;
}

/** A rectangle by its corners, a circle by its middle and radius, an ellipse by its middle and both radii. */
function shapeOf({ left, top, width, height, round }: Region, size: Size): string {
	const tidy = (each: number) => Number(each.toPrecision(12));
	const [x, y] = [(left * size.width) / 100, (top * size.height) / 100];
	const [w, h] = [(width * size.width) / 100, (height * size.height) / 100];
	if (!round) return `shape="rect" coords="${[x, y, x + w, y + h].map(tidy).join(',')}"`;
	const middle = [x + w / 2, y + h / 2].map(tidy);
	const [rx, ry] = [tidy(w / 2), tidy(h / 2)];
	if (rx === ry) return `shape="circle" coords="${[...middle, rx].join(',')}"`;
	return `shape="ellipse" coords="${[...middle, rx, ry].join(',')}"`;
}

interface Reading {
	interaction: XmlElement;
	declared: Declared;
	text: Texts;
	/** Of a picture that is kept, by its path. */
	sizeOf: (path: string) => Size | null;
}

/** With the picture, to be put behind the text. @throws Rejected */
export function readHotspot({ interaction, declared, text, sizeOf }: Reading): Bodies['hotspot'] & {
	picture: Rich;
} {
	if (declared.cardinality !== 'single' && declared.correct.length > 1) throw new Rejected('several-regions');
	const shown = childrenOf(interaction).find(({ name }) => /^(?:img|object|picture)$/.test(name));
	const picture = shown ? text.rich({ ...interaction, children: [shown] }) : [];
	const found = pictureIn(picture);
	const size = shown && found && (sizeIn(shown) ?? sizeOf(found.path));
	if (!found || !size) throw new Rejected('missing-file');
	const most = Math.max(0, ...declared.mapped.map(({ points }) => points));
	const mapped = declared.mapped.filter(({ points }) => points > 0 && points === most).map(({ key }) => key);
	const rights = new Set([...declared.correct, ...mapped]);
	const spots = childrenOf(interaction, 'hotspotChoice').map(({ attributes }): Spot => {
		const { identifier = '', hotspotLabel = '' } = attributes;
		if (hotspotLabel.trim() === '') text.changes.add('region-names');
		const value = hotspotLabel.trim() || identifier;
		return {
			content: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
			right: rights.has(identifier),
			region: regionOf(attributes, size, text),
		};
	});
	if (spots.length < 2) throw new Rejected('too-few');
	if (!spots.some(({ right }) => right)) throw new Rejected('no-right');
	return { spots, picture };
}

function sizeIn({ attributes }: XmlElement): Size | null {
	const [width, height] = [Number(attributes.width), Number(attributes.height)];
	return width > 0 && height > 0 ? { width, height } : null;
}

/** In thousandths of a per cent; what leaves the picture is cut off, and a polygon is the box around it. */
function regionOf({ shape = '', coords = '' }: XmlElement['attributes'], size: Size, text: Texts): Region {
	const numbers = coords.split(',').map((each) => Number(each.trim()));
	const [left, top, right, bottom] = cornersOf(shape, numbers);
	if (shape === 'poly') text.changes.add('region-shape');
	const percent = (value: number, whole: number) =>
		Math.min(100, Math.max(0, Number(((100 * value) / whole).toFixed(3))));
	const [x, y] = [percent(left, size.width), percent(top, size.height)];
	const width = Number((percent(right, size.width) - x).toFixed(3));
	const height = Number((percent(bottom, size.height) - y).toFixed(3));
	if (!(width > 0 && height > 0)) throw new Rejected('bad-region');
	const round = shape === 'circle' || shape === 'ellipse';
	return { left: x, top: y, width, height, ...(round && { round: true as const }) };
}

/** Left, top, right, bottom. */
function cornersOf(shape: string, numbers: number[]): [number, number, number, number] {
	const [a = NaN, b = NaN, c = NaN, d = c] = numbers;
	switch (shape) {
		case 'rect':
			return [a, b, c, numbers[3] ?? NaN];
		case 'circle':
			return [a - c, b - c, a + c, b + c];
		case 'ellipse':
			return [a - c, b - d, a + c, b + d];
		case 'poly': {
			const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, index) => index % 2 === odd));
			return [Math.min(...xs!), Math.min(...ys!), Math.max(...xs!), Math.max(...ys!)];
		}
		default:
			throw new Rejected('bad-region');
	}
}
