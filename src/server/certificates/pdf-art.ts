/** Drawings behind the words of the certificate. Units are millimetres of an A4 sheet lying down. */

const width = 297;
const height = 210;

/** A lotus seen from above: rings of petals, drawn as waves around a circle. */
function rosette(centreX: number, centreY: number, radius: number): string {
	const rings = [1, 0.94, 0.82, 0.77, 0.67, 0.63, 0.55, 0.51, 0.45, 0.42];
	return rings
		.map((size, ring) => wave(centreX, centreY, radius * size, ring % 2 === 0 ? 0 : Math.PI))
		.join('');
}

function wave(centreX: number, centreY: number, radius: number, phase: number): string {
	const steps = 240;
	const points = Array.from({ length: steps }, (_, step) => {
		const angle = (2 * Math.PI * step) / steps;
		const distance = radius * (1 + 0.13 * Math.cos(12 * angle + phase));
		return `${(centreX + distance * Math.cos(angle)).toFixed(1)} ${(centreY + distance * Math.sin(angle)).toFixed(1)}`;
	});
	return `M${points.join('L')}Z`;
}

/** A rectangle whose corners are cut by a quarter circle, as on old diplomas. */
function frame(inset: number, corner: number): string {
	const right = width - inset;
	const bottom = height - inset;
	const bow = (x: number, y: number) => `A${corner} ${corner} 0 0 0 ${x} ${y}`;
	return [
		`M${inset + corner} ${inset}H${right - corner}`,
		`${bow(right, inset + corner)}V${bottom - corner}`,
		`${bow(right - corner, bottom)}H${inset + corner}`,
		`${bow(inset, bottom - corner)}V${inset + corner}`,
		`${bow(inset + corner, inset)}Z`,
	].join('');
}

/** A bud that opens towards the middle of the sheet, at the origin. */
const bud = [
	'<g fill="none" stroke="#0B6B4F" stroke-width=".45" stroke-linejoin="round">',
	'<path fill="#F4C152" fill-opacity=".55" d="M0 0C-2.2-2-2.2-4.6 0-7 2.2-4.6 2.2-2 0 0Z"/>',
	'<path d="M0 0C-3-.6-4.7-2.6-4.6-5.4-2.6-4.9-1.3-3.9-.7-2.3M0 0C3-.6 4.7-2.6 4.6-5.4 2.6-4.9 1.3-3.9.7-2.3"/>',
	'</g>',
].join('');

function buds(inset: number): string {
	const corners: [number, number, number][] = [
		[inset, inset, 135],
		[width - inset, inset, 225],
		[width - inset, height - inset, 315],
		[inset, height - inset, 45],
	];
	return corners
		.map(([x, y, turn]) => `<g transform="translate(${x} ${y}) rotate(${turn})">${bud}</g>`)
		.join('');
}

/** Ground, rosette and frame of the whole sheet, as SVG. */
export const sheetArt = [
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
	`<path fill="#FBF8F1" d="M0 0H${width}V${height}H0Z"/>`,
	`<path fill="none" stroke="#F4C152" stroke-opacity=".42" stroke-width=".25" d="${rosette(width / 2, 88, 62)}"/>`,
	`<path fill="none" stroke="#0B6B4F" stroke-width="1.1" d="${frame(8, 11)}"/>`,
	`<path fill="none" stroke="#F4C152" stroke-width=".5" d="${frame(10.2, 11)}"/>`,
	buds(9.6),
	'</svg>',
].join('');
