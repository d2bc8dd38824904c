/** `node scripts/icons.js`: the icons of phones' home screens, from the mark. They are kept with the source. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const folder = path.resolve(import.meta.dirname, '../static');
const favicon = readFileSync(path.join(folder, 'favicon.svg'), 'utf8');
/** A phone cuts a shape of its own out of it, and shows no less than the middle four fifths. */
const maskable = favicon.replace(' rx="11"', '').replace('scale(.88)', 'scale(.62)');
/** Corners are cut by the phone. */
const square = favicon.replace(' rx="11"', '').replace('scale(.88)', 'scale(.78)');

await make('icon-180.png', square, 180);
await make('icon-192.png', favicon, 192);
await make('icon-512.png', favicon, 512);
await make('icon-maskable-512.png', maskable, 512);

/** @param {string} name @param {string} svg @param {number} size */
async function make(name, svg, size) {
	const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" `);
	const picture = sharp(Buffer.from(sized));
	await picture
		.png({ compressionLevel: 9, palette: true, colours: 16, dither: 0 })
		.toFile(path.join(folder, name));
}
