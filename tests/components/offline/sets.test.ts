/** How a course comes to a device and is replaced there: never half of one version, half of another. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepPage, versionHeader } from '#lib/offline/keep.ts';
import { forgetReader, recallNote, rememberReader, shownFrom } from '#lib/offline/memory.ts';
import { Sets } from '#lib/offline/sets.ts';
import { FakeDevice } from './fake-device.ts';

const set = 'course/ai/vi';
const pages = ['/courses/ai', ...['mot', 'hai', 'ba'].map((id) => `/courses/ai/lessons/${id}`)];
const second = '2222222222222222';

const scripts = { vi: '/_app/immutable/known.vi.js', km: '', en: '' };

let device: FakeDevice;
let sets: Sets;
beforeEach(() => {
	device = new FakeDevice();
	sets = new Sets('build-1', scripts, async () => undefined);
	vi.stubGlobal('caches', device.caches);
	vi.stubGlobal('fetch', device.fetch);
});
afterEach(() => vi.unstubAllGlobals());

/** What each page of the course says, as it is shown now; null: it is not there. */
async function shown(): Promise<(string | null)[]> {
	const cache = await shownFrom(set);
	const texts = await Promise.all(pages.map(async (page) => (await cache?.match(page))?.text() ?? null));
	return texts.map((text) => text && (/of (\d)/.exec(text)?.[1] ?? ''));
}

it('a page that was opened is there with its style and its course’s listing, and no other', async () => {
	await sets.seen(pages[1]!, device.version, null);
	expect(await shown()).toEqual([null, '1', null, null]);
	const [paths] = Object.values(device.content());
	expect(paths).toEqual(['/api/courses/ai/files?locale=vi', '/_app/immutable/a.css', pages[1]]);
	device.asked.length = 0;
	await sets.seen(pages[1]!, device.version, null);
	expect(device.asked, 'nothing is fetched twice').toEqual([]);
});

it('what says how far its reader is comes with a whole course, or once its reader has done something', async () => {
	const view = '/api/views/courses/ai?locale=vi';
	const content = () => Object.values(device.content()).flat();
	await sets.seen(pages[1]!, device.version, null);
	expect(content(), 'of who merely reads').not.toContain(view);
	await rememberReader({ id: 'a', isShared: false, at: Date.now() });
	await sets.seen(pages[1]!, device.version, null);
	expect(content()).toEqual(expect.arrayContaining([view, scripts.vi]));
	await sets.remove(set);
	await forgetReader();
	await sets.want(set);
	expect(content(), 'of who asked for all').toEqual(expect.arrayContaining([view, scripts.vi]));
});

it('whatever request the network fails at, what is there is whole, and it goes on later', async () => {
	for (const left of [0, 1, 2, 2]) {
		device.left = left;
		await (left === 0 ? sets.want(set) : sets.goOn());
		expect(await recallNote(set)).toMatchObject({ isWanted: true, hindrance: 'offline' });
		const cache = await shownFrom(set);
		for (const page of pages)
			if (await cache?.match(page)) expect(await cache?.match('/_app/immutable/a.css')).toBeDefined();
	}
	device.left = Infinity;
	await sets.goOn();
	expect(await shown()).toEqual(['1', '1', '1', '1']);
	expect(await recallNote(set)).toMatchObject({ isWanted: true, isWhole: true });
});

it('sound comes for who asks for it alone, then or later, and stays over a new version', async () => {
	const isHeard = async () =>
		(await (await shownFrom(set))?.match('/api/media/fedcba9876543210fedcba9876543210/mot.vi.mp3')) !==
		undefined;
	await sets.want(set);
	expect(await isHeard()).toBe(false);
	device.left = 0;
	await sets.want(set, true);
	expect(await recallNote(set)).toMatchObject({ isWithSound: true, isWhole: false });
	device.left = Infinity;
	await sets.goOn();
	expect(await isHeard()).toBe(true);
	expect(await recallNote(set)).toMatchObject({ isWithSound: true, isWhole: true });
	device.version = second;
	await sets.seen(pages[0]!, second, null);
	expect([await shown(), await isHeard()]).toEqual([['2', '2', '2', '2'], true]);
	await sets.want(set);
	expect(await isHeard(), 'it is not taken away by asking for the pages again').toBe(true);
});

it('sound that is asked for while the pages are coming is not forgotten', async () => {
	await Promise.all([sets.want(set), sets.want(set, true)]);
	expect(await recallNote(set)).toMatchObject({ isWithSound: true, isWhole: true });
});

it('a new version takes the place of the old one once all of it is there', async () => {
	await sets.seen(pages[0]!, device.version, null);
	await sets.want(set);
	device.version = second;
	device.left = 4;
	await sets.seen(pages[1]!, second, null);
	expect(await shown(), 'in between').toEqual(['1', '1', '1', '1']);
	device.left = Infinity;
	await sets.seen(pages[1]!, second, null);
	expect(await shown()).toEqual(['2', '2', '2', '2']);
	expect(Object.keys(device.content())).toEqual([`cung-hoc/course/ai/vi/${second}/build-1`]);
});

it('of a course that was not asked for, as much of the new version comes as there was of the old one', async () => {
	await sets.seen(pages[1]!, device.version, null);
	await sets.seen(pages[2]!, device.version, null);
	device.version = second;
	await sets.seen(pages[1]!, second, null);
	expect(await shown()).toEqual([null, '2', '2', null]);
});

it('a version that is published while another comes is begun anew', async () => {
	await sets.seen(pages[0]!, device.version, null);
	await sets.want(set);
	const before = device.version;
	device.version = second;
	const listed = device.fetch;
	vi.stubGlobal('fetch', async (asked: string) => {
		const response = await listed(asked);
		if (asked.endsWith('/lessons/mot')) device.version = '3333333333333333';
		return response;
	});
	await sets.seen(pages[0]!, second, null);
	expect(await shown(), before).toEqual(['1', '1', '1', '1']);
	vi.stubGlobal('fetch', device.fetch);
	await sets.seen(pages[0]!, device.version, null);
	expect(await shown()).toEqual(['3', '3', '3', '3']);
});

it('a new build of the site brings all pages anew', async () => {
	await sets.seen('/', null, null);
	await sets.seen(pages[1]!, device.version, null);
	const next = new Sets('build-2', scripts, async () => undefined);
	await next.goOn();
	expect(Object.keys(device.content()).sort()).toEqual([
		`cung-hoc/course/ai/vi/${device.version}/build-2`,
		'cung-hoc/site/vi//build-2',
	]);
	expect(await shown()).toEqual([null, '1', null, null]);
});

it('where there is no room it says so, and does not try again by itself', async () => {
	await sets.seen(pages[1]!, device.version, null);
	device.roomFor = 1;
	await sets.want(set);
	expect(await recallNote(set)).toMatchObject({ isWanted: true, hindrance: 'full' });
	expect((await shown())[1]).toBe('1');
	device.asked.length = 0;
	await sets.goOn();
	expect(device.asked).toEqual([]);
	device.roomFor = Infinity;
	await sets.want(set);
	expect(await shown()).toEqual(['1', '1', '1', '1']);
});

it('stopped, removed, or withdrawn', async () => {
	await sets.seen(pages[1]!, device.version, null);
	device.left = 2;
	await sets.want(set);
	await sets.stop(set);
	device.left = Infinity;
	await sets.goOn();
	expect((await shown()).filter((page) => page === null).length, 'it does not go on').toBeGreaterThan(0);
	await sets.remove(set);
	expect(device.content()).toEqual({});
	await sets.seen(pages[1]!, device.version, null);
	device.isGone = true;
	await sets.want(set);
	expect(device.content()).toEqual({});
	expect(await recallNote(set)).toBeNull();
});

it('a page of the network’s sign-in is never kept for one of ours, nor one of a learner’s', async () => {
	await sets.seen(pages[1]!, device.version, null);
	const plain = vi.fn(async () => new Response('<html><body>Wi-Fi</body></html>'));
	vi.stubGlobal('fetch', plain);
	await sets.seen(pages[2]!, device.version, null);
	vi.stubGlobal(
		'fetch',
		async () => new Response(device.page('x').replace('<main', '<main data-learner="a"')),
	);
	await sets.seen(pages[3]!, device.version, null);
	expect(await shown()).toEqual([null, '1', null, null]);
});

it('a page that cannot have its style is not there', async () => {
	const cache = await caches.open('cung-hoc/site/vi//build-1');
	device.left = 0;
	const response = new Response('', { headers: { [versionHeader]: '1' } });
	await expect(keepPage(cache, '/x', { response, html: device.page('/x') })).rejects.toThrow();
	expect(await cache.match('/x')).toBeUndefined();
});
