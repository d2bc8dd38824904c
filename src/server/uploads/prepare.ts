/** What is sent, as it is kept: told by its content, pictures written anew without what the camera noted. */
import { nameOfContent } from '#content/media/types.ts';
import { loadSharp } from '#content/media/pictures.ts';
import { messagesFor } from '#messages/index.ts';
import type { FileType, Locale } from '#schemas/names.ts';
import { fail, type Failure } from '../failure.ts';

export interface PreparedFile {
	type: 'image/jpeg' | 'application/pdf';
	bytes: Uint8Array;
	/** A picture beside it for lists and slow networks; null: it is no picture. */
	picture: { width: number; height: number; small: Uint8Array } | null;
}

/** Points of a picture as it is kept, along its longer side, and of the small one. */
export const longestSide = 2000;
export const smallSide = 360;
/** Cameras of phones make up to 50 million; a picture of more would fill the memory. */
export const mostPoints = 50_000_000;

const quality = 80;
const pictures = ['JPEG', 'PNG', 'WebP'];

/** Type by content, never by name. */
export async function prepareFile(
	bytes: Uint8Array,
	accept: readonly FileType[],
	locale: Locale,
): Promise<PreparedFile | Failure> {
	const name = nameOfContent(bytes) ?? '';
	if (name === 'PDF' && accept.includes('pdf')) return { type: 'application/pdf', bytes, picture: null };
	if (pictures.includes(name) && accept.includes('photo')) return inTurn(() => preparePicture(bytes));
	return fail('file-kind', { values: whatIsWrong(name, accept, locale) });
}

/** In words: what the file is, and what is taken instead. */
function whatIsWrong(name: string, accept: readonly FileType[], locale: Locale) {
	const { is, wanted } = messagesFor(locale).api.files;
	const kind = pictures.includes(name)
		? 'photo'
		: Object.hasOwn(is, name)
			? (name as keyof typeof is)
			: 'other';
	const [first = 'photo'] = accept;
	return { is: is[kind], wanted: wanted[accept.length > 1 ? 'both' : first] };
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** A picture takes up to a second of one processor; who comes when so many wait is told to come again. */
const mostWaiting = 40;

/** One picture after another: each may take a lot of memory for a moment. */
async function inTurn<T>(work: () => Promise<T>): Promise<T | Failure> {
	if (waiting >= mostWaiting) return fail('busy');
	waiting += 1;
	const mine = last.then(work);
	last = mine.catch(() => {});
	return mine.finally(() => (waiting -= 1));
}

async function preparePicture(bytes: Uint8Array): Promise<PreparedFile | Failure> {
	const sharp = await loadSharp();
	if (!sharp) return fail('unavailable');
	const options = { failOn: 'error', limitInputPixels: mostPoints } as const;
	try {
		const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
		if (width * height > mostPoints)
			return fail('file-too-many-points', { values: { million: mostPoints / 1_000_000 } });
		const upright = sharp(bytes, options).autoOrient();
		// Colours are sRGB, and nothing that the camera noted is kept: sharp leaves both out unless it is asked for them.
		const made = await upright
			.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
			.flatten({ background: '#fff' })
			.jpeg({ quality, mozjpeg: true })
			.toBuffer({ resolveWithObject: true });
		const small = await sharp(made.data)
			.resize(smallSide, smallSide, { fit: 'inside', withoutEnlargement: true })
			.jpeg({ quality: 70, mozjpeg: true })
			.toBuffer();
		const { width: wide, height: high } = made.info;
		return { type: 'image/jpeg', bytes: made.data, picture: { width: wide, height: high, small } };
	} catch {
		return fail('file-broken');
	}
}
