/** WebVTT as recordings use it: a cue a block of the lesson, named after it, and notes of what was read by whom. */
import { machineNote, textNote } from './marks.ts';

export interface Cue {
	/** Empty where it has none. */
	id: string;
	/** Seconds from the beginning. */
	start: number;
	end: number;
	text: string;
	/** Offset of its name, or of its times where it has none. */
	at: number;
}

export interface CueFile {
	cues: Cue[];
	/** Offsets of times that cannot be read. */
	broken: number[];
	/** Mark of the text that was read, and where it stands; null: it does not say. */
	textMark: { mark: string; at: number } | null;
	isMachine: boolean;
	/** Where `--fix` writes a note: behind the first line. */
	headEnd: number;
}

const timing = /^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})(?:[ \t].*)?$/;

/** Reads blocks parted by empty lines, as the standard has them. */
export function readCues(raw: string): CueFile {
	const [head = ''] = /^.*(?:\r\n|\n|\r|$)/.exec(raw) ?? [];
	const file: CueFile = { cues: [], broken: [], textMark: null, isMachine: false, headEnd: head.length };
	for (const { at, lines } of blocksOf(raw, head.length)) {
		const [first = ''] = lines;
		if (/^(?:STYLE|REGION)\b/.test(first)) continue;
		if (/^NOTE\b/.test(first)) readNote(lines, at, file);
		else readCue(lines, at, file);
	}
	return file;
}

function readNote(lines: string[], at: number, file: CueFile): void {
	for (const line of lines) {
		const mark = textNote.exec(line)?.[1];
		if (mark !== undefined) file.textMark = { mark, at };
		if (machineNote.test(line)) file.isMachine = true;
	}
}

function readCue(lines: string[], at: number, file: CueFile): void {
	const index = lines.findIndex((line) => line.includes('-->'));
	const times = timing.exec(lines[index]?.trim() ?? '');
	if (!times || index > 1) {
		file.broken.push(at);
		return;
	}
	const text = lines.slice(index + 1).join(' ');
	const id = index === 1 ? (lines[0]?.trim() ?? '') : '';
	file.cues.push({ id, start: seconds(times[1]), end: seconds(times[2]), text, at });
}

function* blocksOf(raw: string, from: number): Generator<{ at: number; lines: string[] }> {
	let block: { at: number; lines: string[] } | null = null;
	for (const found of raw.slice(from).matchAll(/(.*?)(?:\r\n|\n|\r|$)/g)) {
		const line = found[1] ?? '';
		if (line.trim() !== '') {
			block ??= { at: from + found.index, lines: [] };
			block.lines.push(line);
		} else if (block) {
			yield block;
			block = null;
		}
	}
	if (block) yield block;
}

function seconds(time = ''): number {
	return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** A cue file; `voice`: which machine read it, null where a person did. */
export function writeCues(
	cues: readonly Omit<Cue, 'at'>[],
	{ mark, voice }: { mark: string; voice: string | null },
): string {
	const notes = [`NOTE text ${mark}`, ...(voice === null ? [] : [`NOTE voice machine: ${voice}`])];
	const written = cues.map(
		({ id, start, end, text }) => `${id}\n${time(start)} --> ${time(end)}\n${text.replace(/-->/g, '→')}`,
	);
	return `${['WEBVTT', ...notes, ...written].join('\n\n')}\n`;
}

function time(at: number): string {
	const thousandths = Math.round(at * 1000);
	const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
	const rest = String(thousandths % 1000).padStart(3, '0');
	return `${two(thousandths / 3_600_000)}:${two((thousandths / 60_000) % 60)}:${two((thousandths / 1000) % 60)}.${rest}`;
}
