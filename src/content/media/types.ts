/** Media that a course may carry, by the ending of the file's name, and by what is in it. */
export type MediaFamily = 'picture' | 'video' | 'audio' | 'captions' | 'download';

const office = 'application/vnd.openxmlformats-officedocument';

const types: Record<string, { type: string; family: MediaFamily }> = {
	svg: { type: 'image/svg+xml', family: 'picture' },
	png: { type: 'image/png', family: 'picture' },
	jpg: { type: 'image/jpeg', family: 'picture' },
	jpeg: { type: 'image/jpeg', family: 'picture' },
	webp: { type: 'image/webp', family: 'picture' },
	gif: { type: 'image/gif', family: 'picture' },
	mp4: { type: 'video/mp4', family: 'video' },
	webm: { type: 'video/webm', family: 'video' },
	opus: { type: 'audio/ogg', family: 'audio' },
	mp3: { type: 'audio/mpeg', family: 'audio' },
	m4a: { type: 'audio/mp4', family: 'audio' },
	vtt: { type: 'text/vtt', family: 'captions' },
	pdf: { type: 'application/pdf', family: 'download' },
	docx: { type: `${office}.wordprocessingml.document`, family: 'download' },
	xlsx: { type: `${office}.spreadsheetml.sheet`, family: 'download' },
	pptx: { type: `${office}.presentationml.presentation`, family: 'download' },
};

export const mediaEndings = Object.keys(types);

/** By the ending, in small letters or capitals. */
export function mediaType(path: string): { type: string; family: MediaFamily } | undefined {
	const ending = endingOf(path);
	return Object.hasOwn(types, ending) ? types[ending] : undefined;
}

function endingOf(path: string): string {
	return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The file's own name, with the ending of its type, since a browser may save it by that. */
export function servedName(path: string, type: string): string {
	const name = path.split('/').at(-1) ?? '';
	if (types[endingOf(name)]?.type === type) return name;
	const ending = mediaEndings.find((each) => types[each]?.type === type) ?? '';
	return `${name.replace(/\.[^.]*$/, '')}.${ending}`;
}

type Signature = (bytes: Uint8Array) => boolean;

const rasters: Record<string, Signature> = {
	'image/png': (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
	'image/jpeg': (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
	'image/gif': (bytes) => ascii(bytes, 0, 4) === 'GIF8',
	'image/webp': (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
};

const signatures: Record<string, Signature> = {
	...rasters,
	'video/mp4': (bytes) => ascii(bytes, 4, 8) === 'ftyp',
	'video/webm': (bytes) => startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3]),
	'audio/ogg': (bytes) => ascii(bytes, 0, 4) === 'OggS' && ascii(bytes, 28, 36) === 'OpusHead',
	'audio/mpeg': isMp3,
	'audio/mp4': (bytes) => ascii(bytes, 4, 8) === 'ftyp',
	'application/pdf': (bytes) => ascii(bytes, 0, 5) === '%PDF-',
	[`${office}.wordprocessingml.document`]: isZip,
	[`${office}.spreadsheetml.sheet`]: isZip,
	[`${office}.presentationml.presentation`]: isZip,
	'text/vtt': (bytes) => /^(?:\u00EF\u00BB\u00BF)?WEBVTT/.test(ascii(bytes, 0, 9)),
};

/** Whether the file is what its name says. SVG is looked at by itself. */
export function isGenuine(type: string, bytes: Uint8Array): boolean {
	return signatures[type]?.(bytes) ?? true;
}

/** The type of a picture made of points, by its first bytes, whatever it is called. */
export function rasterType(bytes: Uint8Array): string | null {
	return Object.keys(rasters).find((type) => rasters[type]?.(bytes)) ?? null;
}

const others: Record<string, Signature> = {
	HEIC: (bytes) => ascii(bytes, 4, 8) === 'ftyp' && /^(?:hei|hev|mif1|msf1)/.test(ascii(bytes, 8, 12)),
	AVIF: (bytes) => ascii(bytes, 4, 11) === 'ftypavi',
	MP4: (bytes) => ascii(bytes, 4, 8) === 'ftyp',
	WebM: (bytes) => startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3]),
	PNG: (bytes) => rasterType(bytes) === 'image/png',
	JPEG: (bytes) => rasterType(bytes) === 'image/jpeg',
	GIF: (bytes) => rasterType(bytes) === 'image/gif',
	WebP: (bytes) => rasterType(bytes) === 'image/webp',
	WAV: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE',
	Opus: (bytes) => ascii(bytes, 28, 36) === 'OpusHead',
	Ogg: (bytes) => ascii(bytes, 0, 4) === 'OggS',
	AMR: (bytes) => ascii(bytes, 0, 5) === '#!AMR',
	FLAC: (bytes) => ascii(bytes, 0, 4) === 'fLaC',
	MP3: isMp3,
	BMP: (bytes) => ascii(bytes, 0, 2) === 'BM',
	TIFF: (bytes) => /^(?:II\*\0|MM\0\*)/.test(ascii(bytes, 0, 4)),
	PDF: (bytes) => ascii(bytes, 0, 5) === '%PDF-',
	ZIP: (bytes) => ascii(bytes, 0, 4) === 'PK\u0003\u0004',
	SVG: (bytes) => /^[^<]{0,3}(?:<[?!][^>]*>\s*)*<svg[\s>]/.test(ascii(bytes, 0, 1000)),
	HTML: (bytes) => /^[^<]{0,3}\s*<(?:!doctype html|html)/i.test(ascii(bytes, 0, 200)),
};

/** What a file is that is not what its name says, where that can be told. */
export function nameOfContent(bytes: Uint8Array): string | undefined {
	return Object.keys(others).find((name) => others[name]?.(bytes));
}

/** A tag, or the first frame of layer III. */
function isMp3(bytes: Uint8Array): boolean {
	const [first = 0, second = 0] = bytes;
	return ascii(bytes, 0, 3) === 'ID3' || (first === 0xff && (second & 0xe6) === 0xe2);
}

function isZip(bytes: Uint8Array): boolean {
	return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
	return start.every((value, index) => bytes[index] === value);
}

export function ascii(bytes: Uint8Array, from: number, to: number): string {
	return String.fromCharCode(...bytes.subarray(from, to));
}
