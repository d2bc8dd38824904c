import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { spokenBlocks } from '#domain/spoken.ts';
import { spokenMark } from '#content/recordings/marks.ts';
import { roughTimes } from '#content/recordings/rough-times.ts';
import { readCues, writeCues } from '#content/recordings/webvtt.ts';
import type { Node } from '#schemas/node.ts';
import { mp3, opus } from '../fixtures/sounds.ts';
import { compile, findings, fixed, lesson, nodesOf, smallCourse, svg, type Files } from './helpers.ts';

const audio = 'demo/media/mot.vi.mp3';
const cueFile = 'demo/media/mot.vi.vtt';
const body = 'Xin chào.\n\nTạm biệt.\n';

let sound: Uint8Array;
let mark: string;
beforeAll(async () => {
	sound = await mp3(3);
	mark = spokenMark(spokenBlocks('Một', await nodesOf(body)));
});

const cue = (id: string, from: number, to: number, text = 'x') =>
	`${id}\n00:00:0${from.toFixed(3)} --> 00:00:0${to.toFixed(3)}\n${text}\n`;
const good = () => [cue('title', 0, 1, 'Một'), cue('1', 1, 2, 'Xin chào.'), cue('2', 2, 3, 'Tạm biệt.')];
const vtt = (cues: string[], notes = [`NOTE text ${mark}\n`]) => ['WEBVTT\n', ...notes, ...cues].join('\n');
const course = (cues = good(), more: Files = {}): Files => ({
	...lesson(body),
	[audio]: sound,
	[cueFile]: vtt(cues),
	...more,
});

async function entry(files: Files) {
	const { courses, errors } = await compile(files);
	expect(errors).toEqual([]);
	const { manifest, media } = courses.demo!;
	return { manifest, media, text: manifest.lessons.mot!.locales.vi! };
}

describe('a recording', () => {
	it('is published with its lesson, by what is in it', async () => {
		const { manifest, media, text } = await entry(course());
		expect(text.recording).toEqual({
			audio: 'media/mot.vi.mp3',
			cues: 'media/mot.vi.vtt',
			seconds: 3.096,
			isMachine: false,
			isStale: false,
		});
		expect(text.soundBytes).toBe(sound.length + Buffer.byteLength(vtt(good())));
		const { hash, type } = manifest.media['media/mot.vi.mp3']!;
		expect(type).toBe('audio/mpeg');
		expect(media[hash]?.bytes).toEqual(sound);
		expect(manifest.media['media/mot.vi.vtt']?.type).toBe('text/vtt');
		expect(await findings(course())).toEqual([]);
	});

	it('changes the version when it changes, and leaves one without recordings as it was', async () => {
		const version = async (files: Files) => (await compile(files)).courses.demo?.version;
		const without = lesson(body);
		expect((await entry(without)).text).not.toHaveProperty('recording');
		const versions = [without, course(), course(good(), { [audio]: await mp3(4) })].map(version);
		expect(new Set(await Promise.all(versions)).size).toBe(3);
	});

	it('is taken as Opus too, and needs no cues to be played', async () => {
		const files: Files = { ...lesson(body), 'demo/media/mot.vi.opus': opus(4) };
		const { manifest, text } = await entry(files);
		expect(text.recording).toMatchObject({ seconds: 4, isStale: false });
		expect(text.recording).not.toHaveProperty('cues');
		expect(manifest.media['media/mot.vi.opus']?.type).toBe('audio/ogg');
		expect(await findings(files)).toEqual(['demo/media/mot.vi.opus:1:1 recording-no-cues']);
	});

	it.each([
		['by its metadata', 'machine-generated voice: espeak-ng 1.51, vi', []],
		['by its metadata, in Vietnamese', 'Giọng đọc do máy tạo', []],
		['by its cue file', '', ['NOTE voice machine: a service\n']],
	])('is known for a machine’s %s', async (_, comment, notes) => {
		const files = course(good(), {
			[audio]: await mp3(3, comment),
			[cueFile]: vtt(good(), [`NOTE text ${mark}\n`, ...notes]),
		});
		expect((await entry(files)).text.recording?.isMachine).toBe(true);
	});

	it('is stale once the text has changed, and it is said where, and in which words', async () => {
		const files = { ...course(), ...lesson('Xin chào.\n\nHẹn gặp lại.\n') };
		expect((await entry(files)).text.recording?.isStale).toBe(true);
		const { warnings } = await compile(files);
		expect(warnings).toMatchObject([{ file: cueFile, line: 3, code: 'recording-stale' }]);
		expect(warnings[0]?.message).toContain('“Hẹn gặp lại.”');
		expect(warnings[0]?.message).not.toContain('Xin chào');
	});

	it('is not stale for markup, questions and line ends', async () => {
		const files = { ...course(), ...lesson('Xin **chào**.\r\n\r\n\r\nTạm\r\nbiệt.\r\n\r\n---\r\n') };
		expect((await entry(files)).text.recording?.isStale).toBe(false);
	});

	it('of each language is its own', async () => {
		const files: Files = {
			...course(),
			'demo/km/01-mot.md': '---\nid: mot\ntitle: មួយ\n---\n\nសួស្តី។\n',
			'demo/media/mot.km.mp3': await mp3(2),
		};
		const { manifest } = await entry(files);
		expect(manifest.lessons.mot?.locales.km?.recording?.audio).toBe('media/mot.km.mp3');
	});
});

describe('what is wrong with a recording', () => {
	const at = (line: number, code: string) => `${cueFile}:${line}:1 ${code}`;
	/** The first cue stands at line 5, each with four lines. */
	const table: [string, () => Files, string[]][] = [
		[
			'of no lesson',
			() => ({ ...smallCourse, 'demo/media/hai.vi.mp3': sound }),
			['demo/media/hai.vi.mp3:1:1 recording-unknown'],
		],
		[
			'of a language that the lesson is not in',
			() => ({ ...smallCourse, 'demo/media/mot.km.mp3': sound }),
			['demo/media/mot.km.mp3:1:1 recording-unknown'],
		],
		[
			'of no language at all',
			() => ({ ...smallCourse, 'demo/media/mot.fr.mp3': sound }),
			['demo/media/mot.fr.mp3:1:1 recording-unknown'],
		],
		[
			'with a name of another form',
			() => ({ ...smallCourse, 'demo/media/nhac.mp3': sound }),
			['demo/media/nhac.mp3:1:1 recording-unknown'],
		],
		[
			'twice',
			() => course(good(), { 'demo/media/mot.vi.opus': opus(3) }),
			['demo/media/mot.vi.opus:1:1 recording-twice'],
		],
		[
			'that cannot be played',
			() => ({ ...smallCourse, [audio]: new Uint8Array(4000) }),
			[`${audio}:1:1 audio-broken`],
		],
		['that is something else', () => ({ ...smallCourse, [audio]: svg }), [`${audio}:1:1 audio-broken`]],
		['cues without a recording', () => ({ ...smallCourse, [cueFile]: vtt(good()) }), [at(1, 'cues-alone')]],
		[
			'cues that do not say what was read',
			() => course(good(), { [cueFile]: vtt(good(), []) }),
			[at(1, 'cues-unmarked')],
		],
		['times that cannot be read', () => course(['title\n0:1 --> 2\nx\n']), [at(5, 'cue-broken')]],
		['a cue without a name', () => course([cue('title', 0, 1).slice(6)]), [at(5, 'cue-no-name')]],
		['a cue of no block', () => course([...good(), cue('3', 3, 3.1)]), [at(17, 'cue-unknown')]],
		['a cue that ends before it begins', () => course([cue('title', 1, 0.5)]), [at(5, 'cue-order')]],
		['cues that overlap', () => course([cue('title', 0, 1.2), cue('1', 1, 2)]), [at(9, 'cue-overlap')]],
		['cues in another order', () => course([cue('1', 1, 2), cue('title', 0, 1)]), [at(9, 'cue-overlap')]],
		['a cue behind the end', () => course([cue('title', 0, 1), cue('1', 1, 4)]), [at(9, 'cue-past-end')]],
		[
			'a cue file that is none',
			() => course(good(), { [cueFile]: 'xin chào' }),
			[at(1, 'media-broken'), at(1, 'cues-unmarked')],
		],
	];
	it.each(table)('%s', async (_, files, expected) => {
		expect(await findings(files())).toEqual(expected);
	});

	it('keeps a course from being published only where a file is no sound', async () => {
		for (const [name, files] of table) {
			const { courses } = await compile(files());
			expect(Object.keys(courses), name).toEqual(/played|else|is none/.test(name) ? [] : ['demo']);
		}
	});

	it('names the lesson that may be meant', async () => {
		const { warnings } = await compile({ ...smallCourse, 'demo/media/mott.vi.mp3': sound });
		expect(warnings[0]?.message).toContain('“mot”');
	});

	it('--fix writes what was read, and nothing else', async () => {
		for (const head of ['WEBVTT\n', 'WEBVTT Lan đọc\n', 'WEBVTT']) {
			const rest = head.endsWith('\n') ? `\n${good().join('\n')}` : '';
			const files = { ...lesson(body), [cueFile]: head + rest };
			const written = await fixed({ ...files, [audio]: sound } as Files);
			expect(String(written[cueFile])).toBe(
				`${head}${head.endsWith('\n') ? '' : '\n'}\nNOTE text ${mark}\n${rest}`,
			);
		}
	});

	it('leaves the captions of a film alone', async () => {
		const film = Uint8Array.from([0, 0, 0, 24, ...new TextEncoder().encode('ftypmp42')]);
		const files = {
			...lesson('<Video src="media/mot.mp4" captions="media/mot.vi.vtt" title="Phim">Lời.</Video>\n'),
			'demo/media/mot.mp4': film,
			[cueFile]: 'WEBVTT\n',
		};
		expect(await findings(files)).toEqual([]);
	});
});

describe('a sound in a lesson', () => {
	const written = '<Audio src="media/chuong.mp3" title="Tiếng chuông">Chuông reo.</Audio>\n';

	it('carries its weight, its length, and that a machine speaks', async () => {
		const files = { ...lesson(written), 'demo/media/chuong.mp3': await mp3(2, 'machine-generated voice: x') };
		const { manifest, text } = await entry(files);
		const { courses } = await compile(files);
		const [node] = courses.demo!.parts[text.part] as Node[];
		const { hash, bytes } = manifest.media['media/chuong.mp3']!;
		expect(node).toMatchObject({
			name: 'Audio',
			attrs: { src: `/api/media/${hash}/chuong.mp3`, bytes: String(bytes), seconds: '2', machine: 'yes' },
		});
		expect(text).toMatchObject({ soundBytes: bytes, mediaBytes: 0 });
	});

	it.each([
		['without its words', '<Audio src="media/chuong.mp3" />\n', ['6:1 component-empty']],
		['that is a picture', '<Audio src="media/a.svg">x</Audio>\n', ['6:13 media-wrong-type']],
		['that is not there', '<Audio src="media/x.mp3">x</Audio>\n', ['6:13 media-missing']],
		['in small letters', '<audio src="media/chuong.mp3">x</audio>\n', ['6:1 component-unknown']],
	])('%s', async (_, text, expected) => {
		const files: Files = { ...lesson(text), 'demo/media/chuong.mp3': sound, 'demo/media/a.svg': svg };
		expect(await findings(files, 'demo/vi/01-mot.md')).toEqual(expect.arrayContaining(expected));
	});
});

describe('a cue file', () => {
	const words = fc
		.string({ unit: 'grapheme', minLength: 1 })
		.map((text) => text.replace(/\s+/g, ' ').trim() || 'x');
	const blocks = fc
		.array(words, { minLength: 1, maxLength: 20 })
		.map((texts) => texts.map((text, n) => ({ cue: n === 0 ? 'title' : String(n), text, node: null })));

	it('is read as it was written', () => {
		fc.assert(
			fc.property(
				blocks,
				fc.double({ min: 1, max: 20_000, noNaN: true }),
				fc.boolean(),
				(spoken, seconds, isMachine) => {
					const cues = roughTimes(spoken, seconds);
					const file = readCues(
						writeCues(cues, { mark: '0123456789ab', voice: isMachine ? 'espeak-ng' : null }),
					);
					expect(file).toMatchObject({ broken: [], isMachine, textMark: { mark: '0123456789ab' } });
					expect(file.cues.map(({ id }) => id)).toEqual(spoken.map(({ cue: id }) => id));
					file.cues.forEach(({ start, end }, n) => {
						expect(start).toBeCloseTo(cues[n]!.start, 2);
						expect(end).toBeCloseTo(cues[n]!.end, 2);
					});
					expect(file.cues.at(-1)?.end).toBeCloseTo(seconds, 2);
				},
			),
		);
	});

	it('is read with the line ends of every system, settings, and hours left out', () => {
		const raw =
			'\uFEFFWEBVTT\r\n\r\nNOTE\r\nvoice machine: x\r\n\r\n1\r\n00:01.500 --> 01:00:02.000 align:start\r\nA\r\nB\r\n';
		expect(readCues(raw)).toMatchObject({
			isMachine: true,
			cues: [{ id: '1', start: 1.5, end: 3602, text: 'A B' }],
		});
	});
});
