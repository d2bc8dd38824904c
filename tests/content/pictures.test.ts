/** Photos as authors have them: turned, heavy, with their position, and under another name. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { carriesNotes, preparePicture, type Picture } from '#content/media/pictures.ts';
import { compile, findings, lesson } from './helpers.ts';

const photo = new Uint8Array(readFileSync('tests/fixtures/photos/turned-with-position.jpg'));

/** Points that no compression makes small. */
function noise(width: number, height: number, channels: 3) {
	const points = Buffer.alloc(width * height * channels);
	for (let at = 0, seed = 1; at < points.length; at += 1) {
		seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
		points[at] = seed >> 16;
	}
	return sharp(points, { raw: { width, height, channels } });
}
const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#0B6B4F' } });
const withNotes = { exif: { IFD0: { Copyright: 'Lan' } } };

async function published(path: string, bytes: Uint8Array) {
	const files = { ...lesson(`<Figure src="${path}" alt="x" />\n`), [`demo/${path}`]: bytes };
	const { courses, errors, warnings } = await compile(files);
	expect(errors).toEqual([]);
	const course = courses.demo!;
	const { hash = '', type } = course.manifest.media[path] ?? {};
	const made = course.media[hash]!;
	const part = course.parts[course.manifest.lessons.mot?.locales.vi?.part ?? ''] as [{ attrs: object }];
	return {
		...made,
		attrs: part[0].attrs,
		hash,
		is: await sharp(made.bytes).metadata(),
		named: type,
		warned: warnings.map(({ code }) => code),
	};
}

describe('a photo', () => {
	it('stands upright and does not tell where it was taken', async () => {
		expect(carriesNotes(photo)).toBe(true);
		const { bytes, is, attrs, hash } = await published('media/anh.jpg', photo);
		expect(carriesNotes(bytes)).toBe(false);
		expect([is.exif, is.xmp, is.iptc, is.icc, is.orientation]).toEqual(Array(5).fill(undefined));
		expect([is.format, is.width, is.height]).toEqual(['jpeg', 600, 800]);
		expect(attrs).toMatchObject({ width: '600', height: '800', src: `/api/media/${hash}/anh.jpg` });
		// The same points as when a browser turns it.
		const points = async (image: Uint8Array) =>
			sharp(image).autoOrient().resize(6, 8, { fit: 'fill' }).removeAlpha().raw().toBuffer();
		const [before, after] = [await points(photo), await points(bytes)];
		expect(Math.max(...before.map((value, at) => Math.abs(value - (after[at] ?? 0))))).toBeLessThan(12);
	});

	it('of several megabytes is made smaller, and stays sharp on a large screen', async () => {
		const heavy = new Uint8Array(await noise(2600, 1800, 3).jpeg({ quality: 95 }).toBuffer());
		expect(heavy.length).toBeGreaterThan(2 * 1024 * 1024);
		const { bytes, is, type } = await published('media/anh.jpeg', await softened(heavy));
		expect([type, is.width, is.height]).toEqual(['image/jpeg', 2167, 1500]);
		expect(bytes.length).toBeLessThan(2 * 1024 * 1024);
	});

	it('is not made worse where that makes it hardly smaller', async () => {
		const small = await sharp(await softened(photo), { failOn: 'none' })
			.jpeg({ quality: 40 })
			.toBuffer();
		const picture: Picture = { bytes: new Uint8Array(small), type: 'image/jpeg' };
		expect(await preparePicture(picture)).toBe(picture);
	});

	it('comes out the same each time', async () => {
		const once = await published('media/anh.jpg', photo);
		expect((await published('media/anh.jpg', photo)).hash).toBe(once.hash);
	});
});

/** As a camera would see it: large, with few fine points. */
async function softened(bytes: Uint8Array): Promise<Uint8Array> {
	const soft = await sharp(bytes).blur(2).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
	return new Uint8Array(soft);
}

describe('a picture', () => {
	it.each([
		['WebP under another ending', 'media/a.jpg', () => plain().webp(), 'image/webp', 'a.webp'],
		['PNG under another ending', 'media/a.webp', () => plain().png(), 'image/png', 'a.png'],
		['an ending in capitals', 'media/A.JPG', () => plain().jpeg(), 'image/jpeg', 'A.JPG'],
		['PNG with notes', 'media/a.png', () => plain().png().withMetadata(withNotes), 'image/png', 'a.png'],
		['WebP with notes', 'media/a.webp', () => plain().webp().withMetadata(withNotes), 'image/webp', 'a.webp'],
	])('%s is published as what it is', async (_, path, make, type, name) => {
		const source = new Uint8Array(await make().toBuffer());
		const made = await published(path, source);
		expect([made.type, made.named, made.is.width, made.is.height]).toEqual([type, type, 40, 30]);
		expect(made.attrs).toMatchObject({ src: `/api/media/${made.hash}/${name}`, width: '40', height: '30' });
		expect(carriesNotes(made.bytes)).toBe(false);
		if (!carriesNotes(source)) expect(made.bytes).toEqual(source);
	});

	it.each([
		['a photo saved as PNG', 3, 'image/jpeg', 'a.jpg'],
		['a large picture that one can see through', 4, 'image/webp', 'a.webp'],
	] as const)('%s is written in another way', async (_, channels, type, name) => {
		const image = noise(1400, 1000, 3);
		if (channels === 4) image.ensureAlpha(0.5);
		const source = new Uint8Array(await image.png().toBuffer());
		expect(source.length).toBeGreaterThan(2 * 1024 * 1024);
		const made = await published('media/a.png', source);
		expect([made.type, made.is.hasAlpha, made.is.width]).toEqual([type, channels === 4, 1400]);
		expect(made.attrs).toMatchObject({ src: `/api/media/${made.hash}/${name}` });
		expect(made.bytes.length).toBeLessThan(2 * 1024 * 1024);
	});

	it('that moves goes on moving', async () => {
		const frames = Buffer.alloc(40 * 60 * 3, 0);
		frames.fill(255, 40 * 30 * 3);
		const moving = sharp(frames, { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } });
		const source = await moving
			.webp({ loop: 0, delay: [100, 100] })
			.withMetadata(withNotes)
			.toBuffer();
		expect((await sharp(source).metadata()).pages).toBe(2);
		const made = await published('media/a.webp', new Uint8Array(source));
		expect([made.is.pages, made.is.width, carriesNotes(made.bytes)]).toEqual([2, 40, false]);
	});

	it('that is damaged says so', async () => {
		const files = {
			...lesson('<Figure src="media/a.jpg" alt="x" />\n'),
			'demo/media/a.jpg': photo.slice(0, 9000),
		};
		expect(await findings(files)).toEqual(['demo/media/a.jpg:1:1 media-broken']);
	});

	it('inside a drawing tells as little', async () => {
		const data = `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`;
		const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 8"><image href="${data}" width="6" height="8"/></svg>`;
		const files = { ...lesson('<Figure src="media/a.svg" alt="x" />\n'), 'demo/media/a.svg': drawing };
		const { courses, errors } = await compile(files);
		expect(errors).toEqual([]);
		const [made] = Object.values(courses.demo?.media ?? {});
		const written = new TextDecoder().decode(made?.bytes);
		const inside = Buffer.from(/base64,([^"]*)"/.exec(written)?.[1] ?? '', 'base64');
		expect(carriesNotes(inside)).toBe(false);
		expect(await sharp(inside).metadata()).toMatchObject({ format: 'jpeg', width: 600, height: 800 });
		expect(written.replace(/base64,[^"]*/, '')).toBe(drawing.replace(/base64,[^"]*/, ''));
	});

	it('is named where it is none', async () => {
		const heic = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypheic'), 0, 0, 0, 0]);
		const files = { ...lesson('<Figure src="media/a.jpg" alt="x" />\n'), 'demo/media/a.jpg': heic };
		const { errors } = await compile(files);
		expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('“media/a.jpg” is HEIC')]);
	});
});

describe('where pictures cannot be worked on', () => {
	const without = () => Promise.resolve(null);
	it('one with notes is held back, and others go as they are', async () => {
		expect(await preparePicture({ bytes: photo, type: 'image/jpeg' }, without)).toBe('no-tool');
		const small: Picture = { bytes: new Uint8Array(await plain().jpeg().toBuffer()), type: 'image/jpeg' };
		expect(await preparePicture(small, without)).toBe(small);
		const heavy: Picture = { bytes: new Uint8Array(301 * 1024), type: 'image/jpeg' };
		expect(await preparePicture(heavy, without)).toBe(heavy);
		const tooHeavy: Picture = { bytes: new Uint8Array(2049 * 1024), type: 'image/jpeg' };
		expect(await preparePicture(tooHeavy, without)).toBe('no-tool');
	});
});
