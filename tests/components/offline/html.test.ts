/** What the service worker reads in a page, and how it dresses it. */
import { expect, it } from 'vitest';
import { dressed, importsOf, needsOf, readPage, screensIn } from '#lib/offline/html.ts';

const page = (main: string, body = '') => `<!doctype html>
<html lang="vi" data-theme="auto" data-size="normal" data-time-zone="Asia/Ho_Chi_Minh"><head>
<link rel="icon" href="/favicon.svg" type="image/svg+xml" /><link rel="manifest" href="/manifest.webmanifest" />
<script type="module" src="/_app/immutable/enhance.a-B.js"></script>
<link href="/_app/immutable/assets/0.x.css" rel="stylesheet"></head>
<body><img src="/mark.svg" alt=""/><main id="main" tabindex="-1"${main}>${body}</main></body></html>`;

it('who a page was made for', () => {
	expect(readPage(page(''))).toEqual({
		locale: 'vi',
		theme: 'auto',
		size: 'normal',
		learner: null,
		isShared: false,
	});
	expect(readPage(page(' data-learner="a-b" data-leaves="guest"'))).toMatchObject({
		learner: 'a-b',
		isShared: false,
	});
	expect(readPage(page(' data-learner="a-b" data-leaves="shared"'))).toMatchObject({
		learner: 'a-b',
		isShared: true,
	});
	expect(readPage('<html><body>Wi-Fi miễn phí</body></html>'), 'a page of the network’s').toBeNull();
	expect(readPage(page('', '<p data-learner="x">')), 'written in a lesson').toMatchObject({ learner: null });
});

it('what a page cannot be shown without, and nothing that is fetched when it is pressed', () => {
	const hash = '0123456789abcdef0123456789abcdef';
	const body = `<a href="/api/media/${hash}/a.svg"><img class="x" src="/api/media/${hash}/a.svg" alt="a &gt; b"/></a>
		<img src="/art/lotus.svg" alt=""/><a href="/api/media/${hash}/gia.xlsx">x</a><a href="/courses">y</a>
		<video poster="/api/media/${hash}/p.jpg"><source src="/api/media/${hash}/phim.mp4"/></video>
		<img src="/mark.svg" alt=""/><img src="https://another.example/x.png" alt=""/>`;
	expect(needsOf(page('', body)).sort()).toEqual(
		[
			'/_app/immutable/assets/0.x.css',
			'/_app/immutable/enhance.a-B.js',
			`/api/media/${hash}/a.svg`,
			'/art/lotus.svg',
			'/favicon.svg',
			'/mark.svg',
		].sort(),
	);
});

it('what a script imports, at once and later', () => {
	const script =
		'import{a}from"./enhance.names.x.js";b(()=>import(`./enhance.autosave.y_-.js`),[]);c="./no.css"';
	expect(importsOf(script, '/_app/immutable/enhance.z.js')).toEqual([
		'/_app/immutable/enhance.names.x.js',
		'/_app/immutable/enhance.autosave.y_-.js',
	]);
});

it('a page of the device looks as its reader likes, and says where it is from', () => {
	const look = { locale: 'km', theme: 'dark', size: 'large' } as const;
	expect(dressed(page(''), look, null)).toContain(
		'<html lang="vi" data-theme="dark" data-size="large" data-kept data-time-zone="Asia/Ho_Chi_Minh">',
	);
	expect(dressed(page(''), null, 'a-b')).toContain(
		'data-size="normal" data-kept data-reader="a-b" data-time',
	);
});

it('how many screens an attempt has', () => {
	expect(
		screensIn('<button data-number="a"></button><button data-number="b"></button><p data-number-words>'),
	).toBe(2);
	expect(screensIn('<p>Đã hết giờ</p>')).toBe(0);
});

it('what the practice of a lesson is judged by, where it has any', () => {
	const lesson = (inside: string) =>
		page(
			'',
			`<article class="column" data-lesson="mot" data-keys="${keys.replace('&', '&amp;')}">${inside}</article>`,
		);
	const keys = '/api/courses/ai/lessons/mot/practice-keys?locale=vi&version=0f';
	expect(needsOf(lesson('<form data-check="q-1"></form>'))).toContain(keys);
	expect(needsOf(lesson('<p>data-check</p>'))).not.toContain(keys);
});
