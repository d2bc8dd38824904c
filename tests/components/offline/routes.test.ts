/** What the service worker does with each request. */
import { describe, expect, it } from 'vitest';
import { stateOf } from '#lib/offline/here.ts';
import { courseOf, isLeaving, keyOf, planFor, setOf } from '#lib/offline/routes.ts';

const origin = 'https://hoc.example';
const at = (path: string) => new URL(path, origin);
const plan = (path: string, more: { method?: string; mode?: string } = {}) =>
	planFor({ method: 'GET', mode: 'navigate', url: at(path), ...more }, origin);

const hash = '0123456789abcdef0123456789abcdef';
const uuid = '0192f0c1-0000-7000-8000-000000000000';

describe('pages', () => {
	it.each([
		'/',
		'/km',
		'/km/',
		'/vi',
		'/courses',
		'/en/courses/ai',
		'/courses/ai/lessons/mot?version=0123456789abcdef',
		'/courses/ai/quizzes/mot',
		'/tracks/can-bo',
		'/groups/elderly',
		'/help',
		'/km/help/learn',
		'/offline',
	])('%s is kept as a visitor sees it', (path) => expect(plan(path)).toBe('published'));

	it.each([
		'/learn',
		'/km/learn/answers',
		'/learn/device',
		'/certificates',
		`/attempts/${uuid}`,
		`/en/attempts/${uuid}?q=3`,
		`/attempts/${uuid}/result`,
	])('%s is one learner’s own', (path) => expect(plan(path)).toBe('own'));

	it.each([
		'/sign-in',
		'/km/sign-in/second-step',
		'/sign-out',
		'/sign-up',
		'/recover',
		'/settings',
		'/settings/data',
		'/helper',
		'/helper/recovery-codes?made',
		'/admin/events',
		'/verify?serial=1',
		'/certificates/a/b',
		'/refused/cookies',
		'/khong-co',
		'/courses/ai/lessons/mot/hai',
	])('%s is never kept', (path) => expect(plan(path)).toBe('other'));
});

describe('the rest', () => {
	it.each([
		['a style', '/_app/immutable/assets/0.abc.css', 'file'],
		['a picture of a lesson', `/api/media/${hash}/khoa.svg`, 'file'],
		['a drawing', '/art/lotus.svg', 'drawing'],
		['the mark', '/mark.svg', 'drawing'],
		[
			'the keys of a lesson’s practice',
			'/api/courses/ai/lessons/mot/practice-keys?locale=vi&version=0f',
			'file',
		],
		['the API', '/api/me', 'leave'],
		['what is no media', '/api/media/x/khoa.svg', 'leave'],
		['a page that a script asks for', '/courses', 'leave'],
		['health', '/health', 'leave'],
		['the worker itself', '/service-worker.js', 'leave'],
		['a preview', '/og.png', 'leave'],
	])('%s', (_name, path, wanted) => expect(plan(path, { mode: 'cors' })).toBe(wanted));

	it('is left to the browser: files of the API that are opened, writes, and other hosts', () => {
		expect(plan('/api/certificates/7Q4M.pdf')).toBe('leave');
		expect(plan(`/api/media/${hash}/bang-gia.xlsx`)).toBe('leave');
		for (const path of ['/courses/ai/lessons/mot?/done', '/sign-in', '/api/events', '/settings?/size'])
			expect(plan(path, { method: 'POST' })).toBe('leave');
		expect(plan('https://another.example/courses')).toBe('leave');
	});
});

it.each([
	['POST', '/sign-out', true],
	['POST', '/km/sign-out', true],
	['POST', '/settings/data/deletion', true],
	['DELETE', '/api/session?everywhere=true', true],
	['GET', '/sign-out', false],
	['POST', '/sign-in', false],
	['DELETE', '/api/me/passkeys/x', false],
	['POST', 'https://another.example/sign-out', false],
])('%s %s: somebody leaves: %s', (method, path, leaves) =>
	expect(isLeaving({ method, mode: 'navigate', url: at(path) }, origin)).toBe(leaves),
);

it.each([
	['/vi/courses/ai?x=1', 'vi', '/courses/ai'],
	['/courses/ai', 'km', '/km/courses/ai'],
	['/', 'vi', '/'],
	['/', 'en', '/en'],
	['/km/', 'km', '/km'],
	[`/attempts/${uuid}?q=3`, 'vi', `/attempts/${uuid}?q=3`],
	[`/attempts/${uuid}/result?q=3`, 'km', `/km/attempts/${uuid}/result`],
] as const)('%s in %s lies at %s', (path, locale, key) => expect(keyOf(at(path), locale)).toBe(key));

it.each([
	['/courses/ai', 'course/ai/vi'],
	['/km/courses/ai/lessons/mot', 'course/ai/km'],
	['/courses', 'site/vi'],
	['/en', 'site/en'],
	['/help/learn', 'site/vi'],
])('%s belongs to %s', (key, set) => {
	expect(setOf(key)).toBe(set);
	expect(courseOf(set)).toEqual(
		set.startsWith('course/') ? { course: 'ai', locale: set.split('/')[2] } : null,
	);
});

it.each([
	['nothing', null, 0, 'none'],
	['what was opened', {}, 2, 'some'],
	['on its way', { isWanted: true }, 2, 'fetching'],
	['the network fails', { isWanted: true, hindrance: 'offline' }, 2, 'waiting'],
	['no room', { isWanted: true, hindrance: 'full' }, 2, 'full'],
	['all of it', { isWanted: true, isWhole: true }, 19, 'whole'],
	[
		'all of it, and a newer one cannot come',
		{ isWanted: true, isWhole: true, hindrance: 'offline' },
		19,
		'whole',
	],
	['stopped', { isWanted: false }, 2, 'some'],
] as const)('of a course: %s', (_name, note, lessons, state) => expect(stateOf(note, lessons)).toBe(state));
