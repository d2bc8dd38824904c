import type { pdf as source } from '../vi/pdf.ts';

const tiers = ['មូលដ្ឋាន', 'មធ្យម', 'ខ្ពស់', 'ឯកទេស'];

export const pdf = {
	site: 'Cùng Học',
	tagline: 'រៀនជំនាញឌីជីថលជាមួយគ្នា',
	certificate: 'វិញ្ញាបនបត្រ',
	awardedTo: 'ប្រគល់ជូន',
	completedCourse: 'ដែលបានបញ្ចប់វគ្គសិក្សា',
	skills: 'ជំនាញដែលសម្រេចបាន',
	level: (p: { level: number }) => {
		const tier = tiers[Math.ceil(p.level / 2) - 1];
		return tier === undefined ? `ថ្នាក់ទី\u00a0${p.level}` : `${tier} ថ្នាក់ទី\u00a0${p.level}`;
	},
	moreSkills: (p: { n: number }) => `និងជំនាញ ${p.n} ទៀត សូមមើលនៅទំព័រពិនិត្យ`,
	completedOn: 'បានបញ្ចប់',
	issuedOn: 'ថ្ងៃចេញ',
	validity: 'សុពលភាព',
	validUntil: (p: { date: string }) => `ដល់${p.date}`,
	noExpiry: 'គ្មានកំណត់ពេល',
	test: 'ការប្រឡង',
	tests: { room: 'មានអនុរក្សមើល', helper: 'មានអ្នកណែនាំបញ្ជាក់', none: 'ធ្វើដោយខ្លួនឯងនៅផ្ទះ' },
	serial: 'លេខសម្គាល់',
	verify: 'ស្កេនកូដ QR ឬបើកអាសយដ្ឋាននេះដើម្បីពិនិត្យ។ ឈ្មោះ វគ្គសិក្សា និងលេខសម្គាល់ដែលបង្ហាញ ត្រូវតែដូចនៅលើក្រដាសនេះ។',
	verifyBySerial: 'បើកទំព័រ Cùng Học ជ្រើស «ពិនិត្យវិញ្ញាបនបត្រ» ហើយវាយលេខនេះ។ ឈ្មោះ វគ្គ និងលេខដែលបង្ហាញ ត្រូវដូចលើក្រដាស។',
	seal: '(ហត្ថលេខា និងត្រា)',
	fingerprint: 'ស្នាមម្រាមដៃឌីជីថល (SHA-256)',
	qrAlt: 'កូដ QR សម្រាប់បើកទំព័រពិនិត្យវិញ្ញាបនបត្រនេះ',
	logoAlt: 'និមិត្តសញ្ញារបស់អ្នកចេញវិញ្ញាបនបត្រ',
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
