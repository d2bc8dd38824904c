/** `cung-hoc record`, with a synthesiser that only hums: what is made, what is left, and what is said. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { record } from '#cli/record.ts';
import { readSound } from '#content/media/sound.ts';
import { readCues } from '#content/recordings/webvtt.ts';
import { mp3 } from '../fixtures/sounds.ts';
import { compile, lesson, type Files } from './helpers.ts';

/** Hums a tenth of a second a letter; knows Vietnamese in two voices, and no Khmer. Like espeak-ng, it says no length. */
const humming = `#!${process.execPath}
const args = process.argv.slice(2);
if (args[0] === '--version') console.log('eSpeak NG text-to-speech: 1.51  Data at: /usr/lib');
else if (args[0].startsWith('--voices=')) {
	console.log('Pty Language       Age/Gender VoiceName          File                 Other Languages');
	if (args[0].endsWith('vi')) console.log(' 5  vi-vn-x-south   --/M      Vietnamese_(Southern) aav/vi-VN-x-south\\n 5  vi              --/M      Vietnamese_(Northern) aav/vi');
} else {
	const words = require('node:fs').readFileSync(0, 'utf8');
	const head = Buffer.alloc(44);
	head.write('RIFF\\0\\0\\0\\0WAVEfmt ', 'latin1');
	head.writeUInt32LE(22050, 24);
	head.write('data', 36, 'latin1');
	process.stdout.write(Buffer.concat([head, Buffer.alloc(4410 * words.length, args.join())]));
}
`;

let folder: string;
let said: string;
const { PATH } = process.env;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-record-'));
	put({ ...lesson('Xin chào.\n'), 'demo/km/01-mot.md': '---\nid: mot\ntitle: មួយ\n---\n\nសួស្តី។\n' });
	writeFileSync(path.join(folder, 'espeak-ng'), humming);
	chmodSync(path.join(folder, 'espeak-ng'), 0o755);
	process.env.PATH = folder;
	said = '';
	const hear = (words: unknown) => Boolean((said += String(words)));
	vi.spyOn(process.stdout, 'write').mockImplementation(hear);
	vi.spyOn(process.stderr, 'write').mockImplementation(hear);
});
afterEach(() => {
	vi.restoreAllMocks();
	process.env.PATH = PATH;
	rmSync(folder, { recursive: true, force: true });
});

function put(files: Files): void {
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	}
}
const run = (...args: string[]) => record([path.join(folder, 'demo'), ...args]);
const there = (name: string) => existsSync(path.join(folder, 'demo/media', name));
const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(folder, 'demo/media', name)));
const cuesOf = (name: string) => readCues(readFileSync(path.join(folder, 'demo/media', name), 'utf8'));

it('makes a draft that check has nothing against, marked as a machine’s in both files', async () => {
	expect(await run()).toBe(0);
	expect(said).toContain('mot.vi.mp3');
	expect(said, 'and says which language it cannot speak').toContain('"km"');
	expect(there('mot.km.mp3')).toBe(false);
	const sound = await readSound('audio/mpeg', bytesOf('mot.vi.mp3'));
	expect(sound?.isMachine).toBe(true);
	// Three letters, nine, and a pause behind each.
	expect(sound?.seconds).toBeCloseTo(0.3 + 0.9 + 2 * 0.45, 0);
	const cues = cuesOf('mot.vi.vtt');
	expect(cues).toMatchObject({ isMachine: true, broken: [] });
	expect(cues.cues.map(({ id, start, end, text }) => [id, start, end, text])).toEqual([
		['title', 0, expect.closeTo(0.3, 1), 'Một'],
		['1', expect.closeTo(0.75, 1), expect.closeTo(1.65, 1), 'Xin chào.'],
	]);
	const files: Files = {
		...lesson('Xin chào.\n'),
		'demo/media/mot.vi.mp3': bytesOf('mot.vi.mp3'),
		'demo/media/mot.vi.vtt': readFileSync(path.join(folder, 'demo/media/mot.vi.vtt')),
	};
	expect(await compile(files)).toMatchObject({ errors: [], warnings: [] });
});

it('makes one anew only once its lesson has changed', async () => {
	await run();
	const first = cuesOf('mot.vi.vtt');
	said = '';
	await run();
	expect(said).toMatch(/mot\.vi\.mp3/);
	expect(cuesOf('mot.vi.vtt')).toEqual(first);
	put(lesson('Tạm biệt.\n'));
	await run('mot');
	expect(cuesOf('mot.vi.vtt').cues.at(-1)?.text).toBe('Tạm biệt.');
});

it('leaves alone what a person recorded, and gives it rough times, unless it is told otherwise', async () => {
	const read = await mp3(4);
	put({ 'demo/media/mot.vi.mp3': read });
	await run();
	expect(bytesOf('mot.vi.mp3')).toEqual(read);
	expect(cuesOf('mot.vi.vtt')).toMatchObject({ isMachine: false, cues: [{ id: 'title' }, { id: '1' }] });
	const corrected = readFileSync(path.join(folder, 'demo/media/mot.vi.vtt'), 'utf8').replace(
		'00.000',
		'00.001',
	);
	put({ 'demo/media/mot.vi.vtt': corrected });
	await run();
	expect(readFileSync(path.join(folder, 'demo/media/mot.vi.vtt'), 'utf8')).toBe(corrected);
	await run('--replace');
	expect(bytesOf('mot.vi.mp3')).not.toEqual(read);
	expect(cuesOf('mot.vi.vtt').isMachine).toBe(true);
});

it.each<[string, string[], RegExp]>([
	['a lesson that is not there', ['hai'], /"hai"/],
	['a language without a voice', ['--locale', 'km'], /"km"/],
	['a language that is none', ['--locale', 'fr'], /"fr"/],
	['a voice that is not there', ['--voice', 'vi-vn-x-hue'], /vi-vn-x-south/],
	['a speed that is none', ['--speed', 'nhanh'], /80/],
])('refuses %s, and writes nothing', async (_, args, words) => {
	expect(await run(...args)).toBe(1);
	expect(said).toMatch(words);
	expect(there('')).toBe(false);
});

it('speaks by the voice that was chosen', async () => {
	expect(await run('--voice', 'vi-vn-x-south')).toBe(0);
	expect(readFileSync(path.join(folder, 'demo/media/mot.vi.vtt'), 'utf8')).toContain('1.51, vi-vn-x-south');
});

it('without a synthesiser it says how to install one; of a course with errors, to mend them first', async () => {
	rmSync(path.join(folder, 'espeak-ng'));
	expect(await run()).toBe(1);
	expect(said).toContain('apt install espeak-ng');
	put(lesson('<Figure src="media/x.png" alt="x" />\n'));
	said = '';
	expect(await run()).toBe(1);
	expect(said).toMatch(/check/);
	expect(await record([folder])).toBe(1);
	expect(await record([])).toBe(1);
});
