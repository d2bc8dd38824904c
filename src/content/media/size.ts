/** Width and height of a picture, as it is shown. */
import { imageSize } from 'image-size';
import { svgAttributes } from './svg.ts';

export interface Size {
	width: number;
	height: number;
}

export function pictureSize(type: string, bytes: Uint8Array): Size | null {
	try {
		const size = type === 'image/svg+xml' ? svg(new TextDecoder().decode(bytes)) : raster(bytes);
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
	const attributes = svgAttributes(source) ?? {};
	const box = /^\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(attributes.viewBox ?? '');
	const side = (words = '') => /^\s*([\d.]+)(?:px)?\s*$/.exec(words)?.[1];
	const width = box?.[1] ?? side(attributes.width);
	const height = box?.[2] ?? side(attributes.height);
	if (width === undefined || height === undefined) return null;
	return { width: Math.round(Number(width)), height: Math.round(Number(height)) };
}
