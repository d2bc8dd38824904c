/** A cue file against the lesson and the recording that it belongs to. */
import type { SpokenBlock } from '#domain/spoken.ts';
import { lineFix, type Insertion } from '../fix.ts';
import type { ParsedLesson } from '../lesson.ts';
import type { Problems } from '../problems.ts';
import type { Text } from '../source.ts';
import { spokenMark } from './marks.ts';
import type { Cue, CueFile } from './webvtt.ts';

export interface Read {
	text: Text;
	file: CueFile;
	/** What the lesson has people read now. */
	spoken: SpokenBlock[];
	lesson: ParsedLesson;
	/** How long the recording is. */
	seconds: number;
}

/** A recording may end a little before what a program takes for its length. */
const tolerance = 0.5;
/** Two cues may meet, in thousandths that were rounded. */
const rounding = 0.002;

/** Whether the text has changed since it was read. */
export function checkCues(read: Read, isMachine: boolean, problems: Problems, fixes: Insertion[]): boolean {
	const { text, file, spoken, seconds } = read;
	const at = (offset: number) => text.place(offset);
	for (const offset of file.broken) problems.add('cue-broken', at(offset), {});
	const names = new Set(spoken.map(({ cue }) => cue));
	let before: Cue | null = null;
	for (const cue of file.cues) {
		const { id } = cue;
		if (id === '') problems.add('cue-no-name', at(cue.at), {});
		else if (!names.has(id)) problems.add('cue-unknown', at(cue.at), { id, last: spoken.length - 1 });
		if (cue.end <= cue.start) problems.add('cue-order', at(cue.at), { id });
		else if (before && cue.start < before.end - rounding)
			problems.add('cue-overlap', at(cue.at), { id, other: before.id });
		if (cue.end > seconds + tolerance)
			problems.add('cue-past-end', at(cue.at), { id, seconds: Math.round(seconds * 10) / 10 });
		before = cue;
	}
	return isStale(read, isMachine, problems, fixes);
}

function isStale(
	{ text, file, spoken, lesson }: Read,
	isMachine: boolean,
	problems: Problems,
	fixes: Insertion[],
): boolean {
	const mark = spokenMark(spoken);
	const source = lesson.text.file;
	if (!file.textMark) {
		const line = `NOTE text ${mark}`;
		problems.add('cues-unmarked', text.place(0), { source }, line);
		// An empty line parts it from the first one.
		const isEnded = /[\r\n]$/.test(text.raw.slice(0, file.headEnd));
		fixes.push(lineFix(text, file.headEnd, `${isEnded ? '\n' : '\n\n'}${line}`));
		return false;
	}
	if (file.textMark.mark === mark) return false;
	const place = text.place(file.textMark.at);
	problems.add('recording-stale', place, {
		source,
		changed: changedBlocks(file.cues, spoken),
		isMachine,
		lesson: lesson.id ?? '',
	});
	return true;
}

/** The beginnings of the blocks that no cue has in these words. */
function changedBlocks(cues: readonly Cue[], spoken: readonly SpokenBlock[]): string[] {
	const plain = (words: string) => words.replace(/→/g, '-->').replace(/\s+/g, ' ').trim();
	const read = new Set(cues.map((cue) => plain(cue.text)));
	if (![...read].some((words) => words !== '')) return [];
	const changed = spoken.filter((block) => !read.has(plain(block.text)));
	return changed.map((block) => (block.text.length > 40 ? `${block.text.slice(0, 40).trim()}…` : block.text));
}
