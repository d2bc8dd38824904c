import { describe, expect, it } from 'vitest';
import { pictureSize } from '#content/media/size.ts';
import { mediaHash } from '#content/hash.ts';

const bytes = (...parts: (string | number[])[]) =>
	new Uint8Array(
		parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)),
	);
const zeros = (count: number) => Array<number>(count).fill(0);

/** 320 by 220 as stored. */
const jpegTurned = (orientation: number) => {
	const tiff = bytes(
		'MM',
		[0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
		zeros(4),
	);
	const exif = bytes('Exif', [0, 0], [...tiff]);
	const frame = [0xff, 0xc0, 0, 17, 8, 0, 220, 1, 64];
	return bytes([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2], [...exif], frame, zeros(12));
};

const pictures: [string, string, Uint8Array, { width: number; height: number } | null][] = [
	[
		'PNG',
		'image/png',
		bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 1, 64], [0, 0, 0, 220]),
		{ width: 320, height: 220 },
	],
	['GIF', 'image/gif', bytes('GIF89a', [64, 1], [220, 0]), { width: 320, height: 220 }],
	[
		'JPEG',
		'image/jpeg',
		bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 220, 1, 64], zeros(12)),
		{ width: 320, height: 220 },
	],
	...[1, 3, 6, 8].map((orientation): (typeof pictures)[number] => [
		`JPEG with orientation ${orientation} in its EXIF data`,
		'image/jpeg',
		jpegTurned(orientation),
		orientation < 5 ? { width: 320, height: 220 } : { width: 220, height: 320 },
	]),
	[
		'WebP, lossy',
		'image/webp',
		bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [64, 1, 220, 0]),
		{ width: 320, height: 220 },
	],
	[
		'WebP, lossless',
		'image/webp',
		bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f, 0x3f, 0xc1, 0x36, 0]),
		{ width: 320, height: 220 },
	],
	[
		'WebP, extended',
		'image/webp',
		bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [63, 1, 0, 219, 0, 0]),
		{ width: 320, height: 220 },
	],
	[
		'SVG by its box',
		'image/svg+xml',
		bytes('<svg width="1" viewBox="0 0 320 219.6"></svg>'),
		{ width: 320, height: 220 },
	],
	[
		'SVG by its sides',
		'image/svg+xml',
		bytes("<svg width='320px' height='220'></svg>"),
		{ width: 320, height: 220 },
	],
	[
		'SVG behind a long comment that names another',
		'image/svg+xml',
		bytes(`<!-- <svg viewBox="0 0 1 1"> ${'a'.repeat(5000)} --><svg viewBox="0 0 320 220"></svg>`),
		{ width: 320, height: 220 },
	],
	[
		'SVG with a mark in its words, and references',
		'image/svg+xml',
		bytes('<svg aria-label="a > b" data-viewBox="0 0 1 1" viewBox="0&#32;0&#10;320,220"/>'),
		{ width: 320, height: 220 },
	],
	['SVG that is broken', 'image/svg+xml', bytes('<svg viewBox="0 0 320 220"'), null],
	['no SVG', 'image/svg+xml', bytes('<a viewBox="0 0 320 220"/>'), null],
	['SVG in per cent', 'image/svg+xml', bytes('<svg width="100%" height="50%"></svg>'), null],
	['a PNG cut short', 'image/png', bytes([0x89], 'PNG'), null],
	['a JPEG without a frame', 'image/jpeg', bytes([0xff, 0xd8], zeros(40)), null],
];

describe('the size of a picture', () => {
	it.each(pictures)('%s', (_, type, file, size) => {
		expect(pictureSize(type, file)).toEqual(size);
	});
});

it('a media hash is the first half of SHA-256', () => {
	expect(mediaHash(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223');
});
