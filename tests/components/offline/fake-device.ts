/** As much of a browser's caches as the worker uses, and a site to fetch from. */
import { versionHeader } from '#lib/offline/keep.ts';

const origin = 'https://hoc.example';
const pathOf = (asked: RequestInfo | URL) => {
	const url = new URL(asked instanceof Request ? asked.url : String(asked), origin);
	return url.pathname + url.search;
};

class FakeCache {
	readonly kept = new Map<string, Response>();
	constructor(private readonly device: FakeDevice) {}
	async match(asked: string) {
		return this.kept.get(pathOf(asked))?.clone();
	}
	async put(asked: string, response: Response) {
		// Notes are small.
		if (pathOf(asked).startsWith('/courses/') && this.device.roomFor-- <= 0)
			throw new DOMException('No room', 'QuotaExceededError');
		this.kept.set(pathOf(asked), response);
	}
	async delete(asked: string) {
		return this.kept.delete(pathOf(asked));
	}
	async keys() {
		return [...this.kept.keys()].map((path) => ({ url: origin + path }));
	}
}

export class FakeDevice {
	/** Pages that there is still room for. */
	roomFor = Infinity;
	/** Requests that go through before the network fails. */
	left = Infinity;
	/** What is published, by version. */
	version = '1111111111111111';
	isGone = false;
	readonly asked: string[] = [];
	private readonly all = new Map<string, FakeCache>();

	readonly caches = {
		open: async (name: string) => {
			const found = this.all.get(name) ?? new FakeCache(this);
			this.all.set(name, found);
			return found;
		},
		keys: async () => [...this.all.keys()],
		delete: async (name: string) => this.all.delete(name),
		match: async (path: string) => {
			for (const cache of this.all.values()) {
				const found = await cache.match(path);
				if (found) return found;
			}
			return undefined;
		},
	};

	/** Paths by cache, the notes aside. */
	content(): Record<string, string[]> {
		const named = [...this.all].filter(([name]) => name.includes('/'));
		return Object.fromEntries(named.map(([name, cache]) => [name, [...cache.kept.keys()]]));
	}

	readonly fetch = async (asked: RequestInfo | URL): Promise<Response> => {
		const path = pathOf(asked);
		this.asked.push(path);
		if (this.left-- <= 0) throw new TypeError('Failed to fetch');
		if (this.isGone && path.includes('/courses/')) return new Response('', { status: 404 });
		if (path.includes('/files?')) return Response.json(this.listing());
		if (path.startsWith('/api/views/')) return Response.json({ course: { version: this.version } });
		if (path.endsWith('.css') || path.endsWith('.svg') || path.endsWith('.mp3') || path.endsWith('.js'))
			return new Response(`content of ${path}`);
		return new Response(this.page(path), {
			headers: {
				'content-type': 'text/html',
				...(path.includes('/courses/') && { [versionHeader]: this.version }),
			},
		});
	};

	page(path: string): string {
		return `<html lang="vi" data-theme="auto" data-size="normal"><link href="/_app/immutable/a.css" rel="stylesheet">
			<main id="main">${path} of ${this.version}</main></html>`;
	}

	private listing() {
		const lessons = ['mot', 'hai', 'ba'].map((id) => ({ id, title: id }));
		const media = [{ address: '/api/media/0123456789abcdef0123456789abcdef/nghe.svg', bytes: 10 }];
		const sound = [{ address: '/api/media/fedcba9876543210fedcba9876543210/mot.vi.mp3', bytes: 1000 }];
		const { version } = this;
		return {
			course: 'ai',
			version,
			locale: 'vi',
			title: 'AI',
			bytes: 100,
			lessons,
			quizzes: [],
			media,
			sound,
		};
	}
}
