import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';

/** Who issues certificates, as their paper says; null: not said. Texts are in whatever language the operator writes. */
export interface Issuer {
	/** The organisation. */
	name: string | null;
	/** The office within it that issues. */
	unit: string | null;
	/** What whoever signs is, such as “Giám đốc”. */
	title: string | null;
	/** Who signs. */
	signatory: string | null;
	/** The organisation's mark, as SVG; a PNG stands in one. */
	logo: string | null;
}

/** Most characters of each line, so that the paper keeps to one sheet. */
const longest = { name: 150, unit: 150, title: 80, signatory: 80 } as const;
/** Bytes; it goes into every paper. */
const heaviest = 200 * 1024;
const variables = {
	name: 'ISSUER_NAME',
	unit: 'ISSUER_UNIT',
	title: 'ISSUER_TITLE',
	signatory: 'ISSUER_SIGNATORY',
} as const;
export type IssuerLine = keyof typeof variables;
export const issuerLines = Object.entries(variables) as [IssuerLine, string][];

/**
 * The issuer as the environment says it, which `read` gives trimmed, and what of it cannot be used, each with the variable
 * and the reason. `root`: from where a relative path of the logo counts.
 */
export function readIssuer(
	read: (variable: string) => string | null,
	root: string,
): { issuer: Issuer; mistakes: string[] } {
	const issuer: Issuer = { name: null, unit: null, title: null, signatory: null, logo: null };
	const mistakes: string[] = [];
	for (const [line, variable] of issuerLines) {
		issuer[line] = read(variable);
		const length = [...(issuer[line] ?? '')].length;
		if (length > longest[line])
			mistakes.push(
				`${variable}: ${length} characters are too many for the paper; use up to ${longest[line]}.`,
			);
		if (/\p{Cc}/u.test(issuer[line] ?? '')) mistakes.push(`${variable}: write it in one line.`);
	}
	const logo = read('ISSUER_LOGO');
	if (logo !== null) {
		const file = path.resolve(root, logo);
		try {
			issuer.logo = readLogo(file);
		} catch (error) {
			mistakes.push(`ISSUER_LOGO: ${file} ${error instanceof Unusable ? error.message : 'cannot be read.'}`);
		}
	}
	return { issuer, mistakes };
}

class Unusable extends Error {}

/** @throws {Unusable} saying what is wrong with the file, as the end of a sentence that begins with its path. */
function readLogo(file: string): string {
	const found = statSync(file, { throwIfNoEntry: false });
	if (!found) throw new Unusable('is not there.');
	if (!found.isFile()) throw new Unusable('is no file.');
	if (found.size > heaviest)
		throw new Unusable(
			`weighs ${Math.ceil(found.size / 1024)} KB; use a file of up to ${heaviest / 1024} KB.`,
		);
	const bytes = readFileSync(file);
	if (bytes.subarray(0, 8).equals(pngSignature)) return pngInSvg(bytes);
	const text = bytes.toString('utf8').replace(/^\ufeff/, '');
	if (!text.trimStart().startsWith('<')) throw new Unusable('is neither an SVG nor a PNG.');
	const mistake = svgMistake(text);
	if (mistake) throw new Unusable(mistake);
	return text;
}

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A PNG at its own size: width and height stand in its first chunk. */
function pngInSvg(png: Buffer): string {
	const [width, height] = png.length < 33 ? [0, 0] : [png.readUInt32BE(16), png.readUInt32BE(20)];
	if (!width || !height) throw new Unusable('is a PNG that cannot be read.');
	const source = `data:image/png;base64,${png.toString('base64')}`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${source}"/></svg>`;
}

/** The PNG that stands in a logo; null: it was an SVG. */
export function pngOf(logo: string): Buffer | null {
	const [, data] =
		/^<svg [^>]*><image [^>]*href="data:image\/png;base64,([^"]*)"\/><\/svg>$/.exec(logo) ?? [];
	return data === undefined ? null : Buffer.from(data, 'base64');
}

function svgMistake(text: string): string | null {
	const parser = new SaxesParser({ xmlns: true });
	let root: string | null = null;
	let broken: string | null = null;
	parser.on('opentag', ({ local, uri }) => (root ??= `${uri} ${local}`));
	parser.on('error', (error) => (broken ??= error.message));
	parser.write(text).close();
	if (broken === null && root !== 'http://www.w3.org/2000/svg svg') return 'is neither an SVG nor a PNG.';
	return broken && `is an SVG with a mistake: ${String(broken)}`;
}
