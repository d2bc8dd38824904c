import type { pdf as source } from '../vi/pdf.ts';

const tiers = ['Basic', 'Intermediate', 'Advanced', 'Highly specialised'];

export const pdf = {
	site: 'Cùng Học',
	tagline: 'Learning digital skills together',
	certificate: 'Certificate',
	awardedTo: 'Awarded to',
	completedCourse: 'for completing the course',
	skills: 'Skills achieved',
	level: (p: { level: number }) => {
		const tier = tiers[Math.ceil(p.level / 2) - 1];
		return tier === undefined ? `Level\u00a0${p.level}` : `${tier}, level\u00a0${p.level}`;
	},
	moreSkills: (p: { n: number }) =>
		`and ${p.n} more ${p.n === 1 ? 'skill' : 'skills'}, listed on the page that checks this certificate`,
	completedOn: 'Completed',
	issuedOn: 'Issued',
	validity: 'Validity',
	validUntil: (p: { date: string }) => `until ${p.date}`,
	noExpiry: 'no end date',
	test: 'Test',
	tests: { room: 'taken under supervision', helper: 'vouched for by a helper', none: 'taken at home' },
	serial: 'Serial number',
	verify:
		'To check, scan the QR code or open this address. The name, course and serial number there must match this paper.',
	verifyBySerial:
		'Open Cùng Học, choose “Check a certificate” and type this serial number. The name, course and serial shown there must match this paper.',
	seal: '(signature and seal)',
	fingerprint: 'Digital fingerprint (SHA-256)',
	qrAlt: 'QR code that opens the page for checking this certificate',
	logoAlt: 'Mark of the issuer',
	markAlt: 'Cùng Học mark',
	revoked: { mark: 'Revoked', line: (p: { date: string }) => `This certificate was revoked on ${p.date}.` },
	superseded: {
		mark: 'Replaced',
		line: (p: { serial: string }) => `This certificate has been replaced by number ${p.serial}.`,
	},
	expired: { mark: 'Expired', line: (p: { date: string }) => `This certificate expired on ${p.date}.` },
} satisfies typeof source;
