import type { recordings as vi } from '../vi/recordings.ts';
import { maybe } from './say.ts';

type Area = typeof vi;

/** Recordings, and the cue files that say when which block is read. */
export const recordings = {
	'audio-broken': (p) =>
		`The audio file “${p.path}” cannot be played${p.is === undefined ? '; it may be damaged' : `, since it is ${p.is}`}. Save it again as MP3, Opus or M4A.`,
	'recording-unknown': (p) => {
		if (p.what === 'name')
			return `It is not clear which lesson “${p.path}” is a recording of, so it is not published. Name it like “media/lesson-id.vi.mp3”, or use <Audio src="${p.path}"> in a lesson.`;
		if (p.what === 'lesson')
			return `No lesson of this course has the id “${p.lesson}”, so “${p.path}” is not published.${maybe(p.suggestion)} Name the file after the lesson’s id.`;
		return p.isKnown
			? `The lesson “${p.lesson}” is not there in “${p.locale}”, so “${p.path}” is not published. Add the translation, or correct the file’s name.`
			: `“${p.locale}” is not the code of a language (${p.known.join(', ')}), so “${p.path}” is not published. Correct the file’s name.`;
	},
	'recording-twice': (p) =>
		`This lesson already has the recording “${p.other}”, so “${p.path}” is not published. Delete one of the two.`,
	'recording-no-cues': (p) =>
		`“${p.path}” has no cue file, so the page cannot mark the paragraph that is read, and nobody can tell when the recording is out of date. Run “cung-hoc record” with the lesson “${p.lesson}” for a cue file with rough times, then correct these.`,
	'recording-stale': (p) =>
		`The lesson (${p.source}) has changed since it was recorded${changed(p.changed)}. Listeners are told so. ${
			p.isMachine
				? `Run “cung-hoc record” with the lesson “${p.lesson}” again.`
				: 'Read it again, correct the times, delete this “NOTE text” line, then run “check --fix”.'
		}`,
	'cues-alone': (p) =>
		`The cue file “${p.path}” has no recording beside it, so it is not published. Add the audio file of the same name (mp3, opus or m4a), or delete this one.`,
	'cues-unmarked': (p) =>
		`The cue file does not say which text of the lesson (${p.source}) was read, so nobody can tell when the recording is out of date. If the recording fits the lesson as it is now, run “check --fix” to add this line.`,
	'cue-broken': () =>
		'These times cannot be read. Write them like “00:01:02.500 --> 00:01:09.000”, with the block’s name on the line above.',
	'cue-no-name': () =>
		'This cue has no name, so it is not clear which block it is of. Put the block’s number on the line above.',
	'cue-unknown': (p) =>
		`The lesson has no block “${p.id}”. Its blocks are “title” and 1 to ${p.last}. Correct the name, or delete this cue.`,
	'cue-order': (p) => `The cue of block “${p.id}” ends before it begins. Correct its times.`,
	'cue-overlap': (p) =>
		`Block “${p.id}” begins while block “${p.other}” is still being read. Correct the times, so that they do not overlap.`,
	'cue-past-end': (p) =>
		`The cue of block “${p.id}” lies behind the end of the recording (${p.seconds} seconds). Correct its times, or see whether the audio file was cut.`,
} satisfies Area;

function changed(blocks: string[]): string {
	if (blocks.length === 0) return '';
	const shown = blocks.slice(0, 3).map((words) => `“${words}”`);
	const more = blocks.length > 3 ? ` and ${blocks.length - 3} more` : '';
	return `: ${shown.join(', ')}${more}`;
}
