import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import QRCode from 'qrcode';
import { pdf as en } from '#messages/en/pdf.ts';
import { pdf as km } from '#messages/km/pdf.ts';
import { pdf as vi } from '#messages/vi/pdf.ts';
import type { Certificate } from '#schemas/certificate.ts';
import type { Locale } from '#schemas/common.ts';
import type { Issuer } from '../issuer.ts';
import { fontFiles } from './fonts.ts';
import { sheetArt } from './pdf-art.ts';
import { sheetData } from './pdf-data.ts';
import { template } from './pdf-template.ts';

const words = { vi, km, en } satisfies Record<Locale, typeof vi>;

export interface CertificatePdfInput {
	certificate: Certificate;
	issuer: Issuer;
	locale: Locale;
	/** In which days are told. */
	timeZone: string;
	/** Address of the page that checks this certificate; it becomes the QR code. Null: there is none that is sure. */
	verifyUrl: string | null;
}

/** The certificate as one A4 sheet, lying down. */
export async function certificatePdf(input: CertificatePdfInput): Promise<Uint8Array> {
	const { locale, verifyUrl } = input;
	const { issuedAt } = input.certificate.record;
	const qr =
		verifyUrl &&
		(await QRCode.toString(verifyUrl, {
			type: 'svg',
			errorCorrectionLevel: 'M',
			margin: 4,
			color: { dark: '#1D2B27', light: '#FFFFFF' },
		}));
	const differing = sheetData(input, words[locale]);
	const data = { ...differing, qr, art: sheetArt, mark: mark() };
	// Between many sheets others get their turn, and the memory of finished ones is given back.
	await nextTurn();
	return compile(JSON.stringify(data), issuedAt);
}

/** Why the paper cannot show this SVG, in the words of what sets it; null: it can. */
export function drawingMistake(svg: string): string | null {
	const mainFileContent = '#image(bytes(sys.inputs.svg), format: "svg", height: 14mm)';
	const compiled = compiler().compile({ mainFileContent, inputs: { svg } });
	if (compiled.result !== null) return null;
	const [problem] = (compiled.takeDiagnostics()?.shortDiagnostics ?? []) as { message?: string }[];
	return problem?.message ?? 'it cannot be drawn';
}

// Compiling holds the thread for some milliseconds, so calls that come together run one after the other.
function compile(data: string, issuedAt: string): Uint8Array {
	const typst = compiler();
	const compiled = typst.compile({ mainFileContent: template, inputs: { data } });
	const sheet = compiled.result;
	if (sheet === null) {
		const problems = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
		throw new Error(`The certificate could not be set: ${JSON.stringify(problems)}`);
	}
	if (sheet.numOfPages !== 1) throw new Error('The certificate does not fit on one sheet.');
	const pdf = typst.pdf(sheet, { creationTimestamp: Math.floor(Date.parse(issuedAt) / 1000) });
	typst.evictCache(10);
	return new Uint8Array(pdf);
}

let sharedCompiler: NodeCompiler | undefined;

/** What sets all papers, with our own fonts; files that a paper names lie in `workspace`. */
export const pdfCompiler = (): NodeCompiler => compiler();

function compiler(): NodeCompiler {
	sharedCompiler ??= NodeCompiler.create({
		workspace: here,
		fontArgs: [{ fontBlobs: fontFiles() }],
	});
	return sharedCompiler;
}

const here = dirname(fileURLToPath(import.meta.url));
export const workspace = here;
let sharedMark: string | undefined;

/** The site's mark: from `static/` in the sources, from `client/` beside the built server. */
function mark(): string {
	sharedMark ??= readFileSync(nearest(['static/mark.svg', 'client/mark.svg']), 'utf8');
	return sharedMark;
}

function nearest(names: string[], folder = here): string {
	const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
	if (found !== undefined) return found;
	const parent = dirname(folder);
	if (parent === folder) throw new Error(`None of these files was found: ${names.join(', ')}`);
	return nearest(names, parent);
}
