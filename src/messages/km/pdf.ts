import type { pdf as source } from '../vi/pdf.ts';

const tiers = ['មូលដ្ឋាន', 'មធ្យម', 'ខ្ពស់', 'ឯកទេស'];
const months = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'];

/** Khmer prose has Khmer digits; serial numbers and addresses keep the digits that are typed. */
function digits(value: number): string {
	return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)));
}

export const pdf = {
	site: 'Cùng Học',
	tagline: 'រៀនជំនាញឌីជីថលជាមួយគ្នា',
	certificate: 'វិញ្ញាបនបត្រ',
	awardedTo: 'ប្រគល់ជូន',
	completedCourse: 'ដែលបានបញ្ចប់វគ្គសិក្សា',
	skills: 'ជំនាញដែលសម្រេចបាន',
	level: (p: { level: number }) => {
		const tier = tiers[Math.ceil(p.level / 2) - 1];
		return tier === undefined ? `ថ្នាក់ទី${digits(p.level)}` : `${tier} ថ្នាក់ទី${digits(p.level)}`;
	},
	moreSkills: (p: { n: number }) => `និងជំនាញ ${digits(p.n)} ទៀត សូមមើលនៅទំព័រពិនិត្យ`,
	date: (p: { day: number; month: number; year: number }) =>
		`ថ្ងៃទី${digits(p.day)} ខែ${months[p.month - 1] ?? ''} ឆ្នាំ${digits(p.year)}`,
	completedOn: 'បានបញ្ចប់',
	issuedOn: 'ចេញជូន',
	validity: 'សុពលភាព',
	validUntil: (p: { date: string }) => `ដល់${p.date}`,
	noExpiry: 'គ្មានកំណត់ពេល',
	serial: 'លេខសម្គាល់',
	verify: 'ស្កេនកូដ QR ឬបើកអាសយដ្ឋាននេះដើម្បីពិនិត្យ។ ឈ្មោះ វគ្គសិក្សា និងលេខសម្គាល់ដែលបង្ហាញ ត្រូវតែដូចនៅលើក្រដាសនេះ។',
	verifyBySerial: 'បើកទំព័រ Cùng Học ជ្រើស «ពិនិត្យវិញ្ញាបនបត្រ» ហើយវាយលេខនេះ។ ឈ្មោះ វគ្គ និងលេខដែលបង្ហាញ ត្រូវដូចលើក្រដាស។',
	fingerprint: 'ស្នាមម្រាមដៃឌីជីថល (SHA-256)',
	qrAlt: 'កូដ QR សម្រាប់បើកទំព័រពិនិត្យវិញ្ញាបនបត្រនេះ',
	markAlt: 'និមិត្តសញ្ញា Cùng Học',
	revoked: {
		mark: 'បានដកហូត',
		line: (p: { date: string }) => `វិញ្ញាបនបត្រនេះត្រូវបានដកហូតនៅ${p.date}។`,
	},
	superseded: {
		mark: 'បានជំនួស',
		line: (p: { serial: string }) => `វិញ្ញាបនបត្រនេះត្រូវបានជំនួសដោយវិញ្ញាបនបត្រលេខ ${p.serial}។`,
	},
	expired: {
		mark: 'ផុតសុពលភាព',
		line: (p: { date: string }) => `វិញ្ញាបនបត្រនេះបានផុតសុពលភាពនៅ${p.date}។`,
	},
} satisfies typeof source;
