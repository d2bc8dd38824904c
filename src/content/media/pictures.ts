/** Photos as pages need them: upright, no heavier than they must be, and without what the camera noted. */
import type { Sharp } from 'sharp';
import { rasterType } from './types.ts';

export interface Picture {
	bytes: Uint8Array;
	type: string;
}

/** `no-tool`: the picture needs work, and what does it cannot be loaded on this machine. */
export type Prepared = Picture | 'unreadable' | 'too-many-points' | 'no-tool';

type Sharps = typeof import('sharp').default;

/** From here on a photo is made smaller, in bytes; and what is published at most. */
export const pictureLimits = { heavy: 300 * 1024, tooHeavy: 2 * 1024 * 1024 };

/** The shorter side is at most this many points: twice the column of a lesson, on a sharp screen. */
const maxSide = 1500;
const maxPoints = 100_000_000;
const quality = 80;

/** Loads the binaries of libvips. A thread needs them loaded by the process before it starts. */
export async function loadSharp(): Promise<Sharps | null> {
	try {
		const { default: sharp } = await import('sharp');
		sharp.concurrency(1); // Learners are served by the other processors.
		sharp.cache(false);
		return sharp;
	} catch {
		return null;
	}
}

/**
 * A picture (PNG, JPEG or WebP) made ready; the very same bytes where there is nothing to do. GIF stays as it is: no
 * camera writes it.
 */
export async function preparePicture(picture: Picture, load = loadSharp): Promise<Prepared> {
	const { bytes, type } = picture;
	const hasNotes = carriesNotes(bytes);
	const isHeavy = bytes.length > (type === 'image/png' ? pictureLimits.tooHeavy : pictureLimits.heavy);
	if (type === 'image/gif' || (!hasNotes && !isHeavy)) return picture;
	const sharp = await load();
	if (!sharp) return hasNotes || bytes.length > pictureLimits.tooHeavy ? 'no-tool' : picture;
	try {
		const made = await encode(sharp, picture);
		const isWorthIt = hasNotes || made === 'too-many-points' || made.bytes.length < bytes.length * 0.9;
		return isWorthIt ? made : picture;
	} catch {
		return 'unreadable';
	}
}

/** The same for the pictures inside a drawing; what cannot be made ready is named. */
export async function prepareEmbedded(drawing: string): Promise<string | Exclude<Prepared, Picture>> {
	let made = drawing;
	for (const [whole, code = ''] of drawing.matchAll(
		/data:image\/(?:png|jpe?g|webp);base64,([A-Za-z0-9+/=\s]+)/g,
	)) {
		const bytes = new Uint8Array(Buffer.from(code, 'base64'));
		const type = rasterType(bytes);
		if (type === null) return 'unreadable';
		const picture = { bytes, type };
		const prepared = await preparePicture(picture);
		if (typeof prepared !== 'object') return prepared;
		const written = Buffer.from(prepared.bytes).toString('base64');
		if (prepared !== picture) made = made.replace(whole, `data:${prepared.type};base64,${written}`);
	}
	return made;
}

/** The words by which EXIF, XMP and IPTC begin: position, owner, serial number, a small picture of what was cut off. */
const notes = ['Exif\0\0', 'eXIf', 'EXIF', 'ns.adobe.com/xap', 'adobe:ns:meta', 'Photoshop 3.0'];

export function carriesNotes(bytes: Uint8Array): boolean {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	return notes.some((words) => buffer.includes(words, 0, 'latin1'));
}

async function encode(sharp: Sharps, { bytes, type }: Picture): Promise<Picture | 'too-many-points'> {
	const options = { failOn: 'error', limitInputPixels: false } as const;
	const { autoOrient, pages = 1, hasAlpha } = await sharp(bytes, options).metadata();
	const { width, height } = autoOrient;
	if (width * height * pages > maxPoints) return 'too-many-points';
	const isAnimated = pages > 1;
	let image = sharp(bytes, { ...options, animated: isAnimated });
	if (!isAnimated) {
		const scale = Math.min(1, maxSide / Math.min(width, height));
		image = image.autoOrient().resize(Math.round(width * scale), Math.round(height * scale));
	}
	const isTooHeavyPng = type === 'image/png' && bytes.length > pictureLimits.tooHeavy;
	const wanted = !isTooHeavyPng ? type : hasAlpha ? 'image/webp' : 'image/jpeg';
	return { type: wanted, bytes: new Uint8Array(await as(wanted, image).toBuffer()) };
}

/** All that the camera noted, and its own colours, are left behind by this: colours are sRGB. */
function as(type: string, image: Sharp): Sharp {
	if (type === 'image/jpeg') return image.jpeg({ quality, mozjpeg: true });
	return type === 'image/webp' ? image.webp({ quality }) : image.png({ compressionLevel: 9 });
}
