/** Moodle XML, as Moodle writes it (docs.moodle.org/en/Moodle_XML_format). A question that cannot be read loses no other. */
import { Collector, decodeText, Unreadable, type Around, type Change, type ReadItems } from '../item.ts';
import { childrenOf, parseXml, wordsIn, type XmlElement } from '../xml/parse.ts';
import { readQuestion } from './question.ts';

export function readMoodleXml(bytes: Uint8Array, { pictures }: Around): ReadItems {
	const found = new Collector();
	const categories = new Set<Change>();
	for (const part of questionsOf(decodeText(bytes))) {
		if ('reason' in part) {
			found.rejected.push(part);
			continue;
		}
		if (part.attributes.type === 'category') {
			categories.add('category');
			continue;
		}
		const name =
			wordsIn(part, 'name') ||
			wordsIn(part, 'questiontext')
				.replace(/<[^>]*>/g, '')
				.slice(0, 80);
		const at = { name: name.replace(/\s+/g, ' '), line: part.line };
		found.take(at, () => {
			const item = readQuestion(part, at, pictures);
			for (const change of categories) item.changes.add(change);
			categories.clear();
			return item;
		});
	}
	return found;
}

type Part = XmlElement | ReadItems['rejected'][number];

function questionsOf(source: string): Part[] {
	try {
		const root = parseXml(source);
		if (root.name !== 'quiz') throw new Unreadable('not-this-format', root.line);
		return childrenOf(root, 'question');
	} catch (error) {
		const isLocal = error instanceof Unreadable && (error.reason === 'xml' || error.reason === 'xml-deep');
		const parts = isLocal ? pieces(source) : [];
		if (parts.length === 0) throw error;
		return parts;
	}
}

/** Where the whole is no XML, each question by itself may be. */
function pieces(source: string): Part[] {
	const starts = [...source.matchAll(/<question\s[^>]*>/g)].map(({ index }) => index);
	return starts.map((start, n) => {
		const piece = source.slice(start, starts[n + 1]);
		const line = source.slice(0, start).split('\n').length;
		const end = piece.lastIndexOf('</question>');
		const [, name = ''] = /<name>\s*<text>(?:<!\[CDATA\[)?([^<\]]*)/.exec(piece) ?? [];
		try {
			return parseXml(end === -1 ? piece : piece.slice(0, end + '</question>'.length), line);
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			return { name: name.trim() || `${n + 1}`, line: error.line ?? line, reason: error.reason };
		}
	});
}
