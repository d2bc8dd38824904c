/** Media that a course may carry, by the ending of the file's name. */
export type MediaFamily = 'picture' | 'video' | 'captions';

const types: Record<string, { type: string; family: MediaFamily }> = {
	svg: { type: 'image/svg+xml', family: 'picture' },
	png: { type: 'image/png', family: 'picture' },
	jpg: { type: 'image/jpeg', family: 'picture' },
	jpeg: { type: 'image/jpeg', family: 'picture' },
	webp: { type: 'image/webp', family: 'picture' },
	gif: { type: 'image/gif', family: 'picture' },
	mp4: { type: 'video/mp4', family: 'video' },
	webm: { type: 'video/webm', family: 'video' },
	vtt: { type: 'text/vtt', family: 'captions' },
};

export const mediaEndings = Object.keys(types);

export function mediaType(path: string): { type: string; family: MediaFamily } | undefined {
	const ending = /\.([a-z0-9]+)$/.exec(path)?.[1];
	return ending !== undefined && Object.hasOwn(types, ending) ? types[ending] : undefined;
}

const signatures: Record<string, (bytes: Uint8Array) => boolean> = {
	'image/png': (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
	'image/jpeg': (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
	'image/gif': (bytes) => ascii(bytes, 0, 4) === 'GIF8',
	'image/webp': (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
	'video/mp4': (bytes) => ascii(bytes, 4, 8) === 'ftyp',
	'video/webm': (bytes) => startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3]),
	'text/vtt': (bytes) => /^(?:\u00EF\u00BB\u00BF)?WEBVTT/.test(ascii(bytes, 0, 9)),
};

/** Whether the file is what its name says. SVG is looked at by itself. */
export function isGenuine(type: string, bytes: Uint8Array): boolean {
	return signatures[type]?.(bytes) ?? true;
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
	return start.every((value, index) => bytes[index] === value);
}

export function ascii(bytes: Uint8Array, from: number, to: number): string {
	return String.fromCharCode(...bytes.subarray(from, to));
}
