/** Width and height of a picture, from the head of its file. */
import { ascii } from './types.ts';

export interface Size {
	width: number;
	height: number;
}

export function pictureSize(type: string, bytes: Uint8Array): Size | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const size = readers[type]?.(view, bytes) ?? null;
		return size && size.width > 0 && size.height > 0 ? size : null;
	} catch {
		return null; // A file that ends early: no size.
	}
}

const readers: Record<string, (view: DataView, bytes: Uint8Array) => Size | null> = {
	'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
	'image/gif': (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
	'image/jpeg': jpeg,
	'image/webp': webp,
	'image/svg+xml': (_, bytes) => svg(new TextDecoder().decode(bytes.subarray(0, 4096))),
};

/** The first frame header; markers before it are skipped by their length. */
function jpeg(view: DataView): Size | null {
	for (let at = 2; at < view.byteLength - 9;) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
		at += isBare ? 2 : 2 + view.getUint16(at + 2);
	}
	return null;
}

function webp(view: DataView, bytes: Uint8Array): Size | null {
	const chunk = ascii(bytes, 12, 16);
	const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
	if (chunk === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 };
	if (chunk === 'VP8 ') {
		return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
	}
	if (chunk !== 'VP8L') return null;
	const bits = view.getUint32(21, true);
	return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function svg(source: string): Size | null {
	const head = /<svg\b[^>]*>/.exec(source)?.[0] ?? '';
	const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(head);
	const side = (name: string) =>
		new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(head)?.[1];
	const width = box?.[1] ?? side('width');
	const height = box?.[2] ?? side('height');
	if (width === undefined || height === undefined) return null;
	return { width: Math.round(Number(width)), height: Math.round(Number(height)) };
}
