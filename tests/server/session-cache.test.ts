import { describe, expect, test } from 'vitest';
import { SessionCache } from '#server/plugins/session-cache.ts';
import type { Listener } from '#server/db/listen.ts';

interface Found {
	learner: string;
	n: number;
}

async function following() {
	let listener: Listener | undefined;
	const cache = new SessionCache<Found>(({ learner }) => learner);
	const stop = await cache.follow({
		listen: async (_channel, given) => {
			listener = given;
			given.live(true);
			return async () => {};
		},
	});
	let asked = 0;
	const select = async (): Promise<Found> => ({ learner: 'an', n: ++asked });
	return { cache, stop, listener: listener!, select, asked: () => asked };
}

describe('sessions in memory', () => {
	test('are read once, also by all who ask at the same time', async () => {
		const { cache, select, asked } = await following();
		await Promise.all([1, 2, 3].map(() => cache.read('h', select)));
		expect(await cache.read('h', select)).toEqual({ learner: 'an', n: 1 });
		expect(asked()).toBe(1);
	});

	test.each<[string, (one: Awaited<ReturnType<typeof following>>) => void]>([
		['the session ended here', ({ cache }) => cache.forgetOne('h')],
		['the person changed here', ({ cache }) => cache.forget('an')],
		['another process tells of the person', ({ listener }) => listener.heard('an')],
		['the listener was lost', ({ listener }) => listener.live(false)],
		['the listener came back', ({ listener }) => (listener.live(false), listener.live(true))],
	])('are asked for anew once %s', async (_why, happen) => {
		const one = await following();
		await one.cache.read('h', one.select);
		happen(one);
		expect(await one.cache.read('h', one.select)).toMatchObject({ n: 2 });
	});

	test('stay while others change', async () => {
		const { cache, listener, select, asked } = await following();
		await cache.read('h', select);
		listener.heard('binh');
		cache.forgetOne('other');
		await cache.read('h', select);
		expect(asked()).toBe(1);
	});

	test('are not kept when a change comes while they are read', async () => {
		const { cache, listener, select, asked } = await following();
		let give: (found: Found) => void = () => {};
		const slow = cache.read('h', () => new Promise<Found>((resolve) => (give = resolve)));
		listener.heard('an');
		const fresh = cache.read('h', select);
		give({ learner: 'an', n: 0 });
		expect(await slow).toMatchObject({ n: 0 });
		expect(await fresh).toMatchObject({ n: 1 });
		await cache.read('h', select);
		expect(asked()).toBeGreaterThanOrEqual(1);
		expect(await cache.read('h', select)).not.toMatchObject({ n: 0 });
	});

	test('are not kept where nothing is heard, nor those that are not there', async () => {
		const { cache, stop, select, asked } = await following();
		expect(await cache.read('none', async () => null)).toBeNull();
		await stop();
		await cache.read('h', select);
		await cache.read('h', select);
		expect(asked()).toBe(2);
	});
});
