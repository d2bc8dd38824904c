import QRCode from 'qrcode';

/** A QR code as one path on a grid of `size` squares a side, with the bright edge that readers need. */
export interface Qr {
	size: number;
	path: string;
}
const edge = 4;

/** `level`: how much of it may be covered or worn: 7 % (`L`), enough for a screen, or 15 % (`M`), for paper. */
export function qrOf(text: string, level: 'L' | 'M' = 'L'): Qr {
	const { modules } = QRCode.create(text, { errorCorrectionLevel: level });
	const rows = Array.from({ length: modules.size }, (_, y) =>
		[...modules.data.slice(y * modules.size, (y + 1) * modules.size)].map(String).join(''),
	);
	const path = rows.flatMap((row, y) =>
		[...row.matchAll(/1+/g)].map(
			({ 0: run, index }) => `M${index + edge} ${y + edge}h${run.length}v1h-${run.length}z`,
		),
	);
	return { size: modules.size + 2 * edge, path: path.join('') };
}
