/** Aiken: a question, options `A.` or `A)`, and `ANSWER: B` (docs.moodle.org/en/Aiken_format). */
import { Collector, decodeText, Rejected, type Item, type ReadItems } from '../item.ts';
import { fromPlain } from '../rich.ts';
import { choiceBody } from '../words.ts';

const option = /^\s*([A-Z])\s*[.)]\s+(.*)$/;
const answer = /^\s*ANSWER\s*:\s*(.*)$/i;

interface Draft {
	line: number;
	question: string[];
	options: { letter: string; words: string }[];
}

export function readAiken(bytes: Uint8Array): ReadItems {
	const found = new Collector();
	let draft: Draft | null = null;
	const nameOf = ({ question }: Draft) => question.join(' ').slice(0, 80);
	const lose = () => {
		const lost = draft;
		if (lost)
			found.take({ name: nameOf(lost), line: lost.line }, () => {
				throw new Rejected('no-right');
			});
		draft = null;
	};
	for (const [index, line] of decodeText(bytes).split('\n').entries()) {
		if (line.trim() === '') continue;
		const closing = answer.exec(line);
		const choice = option.exec(line);
		if (closing) {
			const whole: Draft = draft ?? { line: index + 1, question: [], options: [] };
			const at = { name: nameOf(whole), line: whole.line };
			found.take(at, () => itemOf(whole, closing[1] ?? '', at));
			draft = null;
		} else if (draft && choice) {
			draft.options.push({ letter: choice[1] ?? '', words: choice[2] ?? '' });
		} else {
			// A line behind options without an answer begins the next question.
			if (draft && draft.options.length > 0) lose();
			draft ??= { line: index + 1, question: [], options: [] };
			draft.question.push(line.trim());
		}
	}
	lose();
	return found;
}

function itemOf({ question, options }: Draft, written: string, at: { name: string; line: number }): Item {
	const letter = written.trim().replace(/[.)]$/, '').toUpperCase();
	if (question.length === 0) throw new Rejected('no-text');
	if (options.length > 0 && !options.some((each) => each.letter === letter))
		throw new Rejected('unknown-answer');
	const changes: Item['changes'] = new Set();
	const choices = options.map((each) => ({
		content: fromPlain(each.words),
		share: each.letter === letter ? 100 : 0,
	}));
	return {
		...at,
		question: fromPlain(question.join('\n\n')),
		body: choiceBody(choices, true, changes),
		changes,
	};
}
