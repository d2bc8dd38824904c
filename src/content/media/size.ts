/** Width and height of a picture, as it is shown. */
import { imageSize } from 'image-size';

export interface Size {
	width: number;
	height: number;
}

export function pictureSize(type: string, bytes: Uint8Array): Size | null {
	try {
		const size =
			type === 'image/svg+xml' ? svg(new TextDecoder().decode(bytes.subarray(0, 4096))) : raster(bytes);
		return size && size.width > 0 && size.height > 0 ? size : null;
	} catch {
		return null; // A file that ends early: no size.
	}
}

/** A phone lays a photo on its side and says so in its EXIF data: from 5 on width and height change places. */
function raster(bytes: Uint8Array): Size {
	const { width, height, orientation = 1 } = imageSize(bytes);
	return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** By its box, which says the proportions; a width in per cent is no size. */
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
