import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsqr from 'jsqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateInWords } from '#messages/dates.ts';
import { pdf as en } from '#messages/en/pdf.ts';
import { pdf as km } from '#messages/km/pdf.ts';
import { pdf as vi } from '#messages/vi/pdf.ts';
import type { Certificate, CertificateRecord } from '#schemas/certificate.ts';
import type { Locale } from '#schemas/common.ts';
import { locales } from '#schemas/names.ts';
import { certificatePdf } from '#server/certificates/pdf.ts';
import type { Issuer } from '#server/issuer.ts';

const timeZone = 'Asia/Ho_Chi_Minh';
const verifyUrl = 'https://hoc.example/kiem-tra/7Q4M-0K2D-9XTR-A';
const names = {
	vi: 'Nguyễn Thị Huỳnh Phượng Uyển Quỳnh Trường Giang Thị Bảo Ngọc',
	km: 'គឹម សុខា ចន្ទ្រាព្រហ្មកញ្ញាស្រីស្រស់ ធំទូលាយសុំឈ្មោះវែងឆ្ងាយ',
	en: 'Công Tằng Tôn Nữ Huyền Trân Hoàng Thị Ngọc Ánh Tuyết Dương',
};
const skillTitle = {
	vi: 'Duyệt, tìm kiếm và lọc dữ liệu, thông tin và nội dung số',
	km: 'ការរុករក ស្វែងរក និងចម្រោះទិន្នន័យ ព័ត៌មាន និងខ្លឹមសារឌីជីថល',
	en: 'Browsing, searching and filtering data, information and digital content',
};

const nobody: Issuer = { name: null, unit: null, title: null, signatory: null, logo: null };
const drawing =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path fill="#101010" d="M0 0h60v20H0z"/></svg>';
const somebody: Issuer = {
	name: 'Ủy ban nhân dân xã Tri Tôn, tỉnh An Giang',
	unit: 'Trung tâm học tập cộng đồng',
	title: 'Giám đốc',
	signatory: 'Nguyễn Thị Hồng Vân',
	logo: drawing,
};

function certificate(holder: string, change: Partial<Certificate> = {}, skillCount = 3): Certificate {
	const codes = Array.from({ length: skillCount }, (_, index) => `${index + 1}.1`);
	const skills = codes.map((competence) => {
		return { framework: 'tt02-2025', frameworkVersion: '2025-03-11', competence, level: 3 };
	});
	const record: Certificate['record'] = {
		format: 'cung-hoc/2',
		serial: '7Q4M-0K2D-9XTR-A',
		holder,
		course: 'ai-cong-vu',
		courseTitle: {
			vi: 'AI cho cán bộ, công chức',
			km: 'បញ្ញាសិប្បនិម្មិតសម្រាប់មន្ត្រីរាជការ',
			en: 'AI for civil servants',
		},
		certificateTitle: {
			vi: 'Sử dụng AI có trách nhiệm trong công vụ',
			en: 'Responsible use of AI in public service',
		},
		version: '0123456789abcdef',
		skills,
		completedAt: '2026-02-03T20:30:00.000Z',
		issuedAt: '2026-02-05T03:00:00.000Z',
		validUntil: '2028-02-05T03:00:00.000Z',
		salt: 'c2FsdA',
	};
	const canonical = JSON.stringify(record);
	return {
		serial: record.serial,
		status: 'valid',
		holder,
		record,
		canonical,
		hash: createHash('sha256').update(canonical).digest('hex'),
		supersededBy: null,
		corrections: [],
		revokedAt: null,
		revocationReason: null,
		skillTitles: skills.map((skill) => ({ ...skill, title: skillTitle })),
		frameworks: [{ id: 'tt02-2025', title: { vi: 'Khung năng lực số' } }],
		...change,
	};
}

let pdfium: PDFiumLibrary;
beforeAll(async () => {
	pdfium = await PDFiumLibrary.init();
});
afterAll(() => pdfium.destroy());

interface Seen {
	pages: number;
	pointsWide: number;
	pointsHigh: number;
	text: string;
	width: number;
	height: number;
	pixels: Uint8ClampedArray;
}

/** What a reader's device shows of the file. */
async function look(pdf: Uint8Array, scale = 2): Promise<Seen> {
	const document = await pdfium.loadDocument(pdf);
	const page = document.getPage(0);
	const { originalWidth: pointsWide, originalHeight: pointsHigh } = page.getOriginalSize();
	const text = page.getText().normalize('NFC').replace(/\s+/gu, ' ');
	// Drawing closes the page, so it comes last.
	const { width, height, data } = await page.render({ scale, render: 'bitmap' });
	const pixels = new Uint8ClampedArray(data);
	const seen = { pages: document.getPageCount(), pointsWide, pointsHigh, text, width, height, pixels };
	document.destroy();
	return seen;
}

function make(holder: string, locale: Locale = 'vi', change: Partial<Certificate> = {}, skillCount = 3) {
	return certificatePdf({
		timeZone,
		issuer: nobody,
		certificate: certificate(holder, change, skillCount),
		locale,
		verifyUrl,
	});
}

/** The darkest pixel of a part of the sheet, in millimetres: 255 is white, 0 is black. */
function darkest(seen: Seen, left: number, top: number, right: number, bottom: number): number {
	const perMm = seen.width / 297;
	let found = 255;
	for (let y = Math.round(top * perMm); y < Math.round(bottom * perMm); y++) {
		for (let x = Math.round(left * perMm); x < Math.round(right * perMm); x++) {
			const at = (y * seen.width + x) * 4;
			const [a = 0, b = 0, c = 0] = seen.pixels.subarray(at, at + 3);
			found = Math.min(found, (a + b + c) / 3);
		}
	}
	return found;
}

/** Amber pixels of the bullets of skills between two distances from the left, in millimetres. */
function bulletsBetween(seen: Seen, left: number, right: number): number {
	const perMm = seen.width / 297;
	let found = 0;
	for (let y = Math.round(120 * perMm); y < Math.round(152 * perMm); y++) {
		for (let x = Math.round(left * perMm); x < Math.round(right * perMm); x++) {
			const [a = 0, b = 0, c = 0] = seen.pixels.subarray((y * seen.width + x) * 4);
			if (Math.abs(b - 193) < 8 && Math.abs(Math.max(a, c) - 244) < 8 && Math.min(a, c) < 90) found += 1;
		}
	}
	return found;
}

describe('the sheet', () => {
	it.each(locales)('is one A4 page lying down, light to send, in %s', async (locale) => {
		const pdf = await make(names[locale], locale);
		const seen = await look(pdf, 1);
		expect(seen.pages).toBe(1);
		expect(seen.pointsWide).toBeCloseTo(841.89, 0);
		expect(seen.pointsHigh).toBeCloseTo(595.28, 0);
		expect(pdf.length).toBeLessThan(120 * 1024);
	});

	it.each(locales)('has a QR code that opens the page for checking, in %s', async (locale) => {
		const seen = await look(await make(names[locale], locale));
		expect(jsqr(seen.pixels, seen.width, seen.height)?.data).toBe(verifyUrl);
	});

	it('prints the QR code at least 28 mm wide', async () => {
		const seen = await look(await make('Nguyễn Thị Hằng'));
		const corner = jsqr(seen.pixels, seen.width, seen.height)?.location;
		const width = (corner?.topRightCorner.x ?? 0) - (corner?.topLeftCorner.x ?? 0);
		expect((width / seen.width) * 297).toBeGreaterThan(28);
	});

	it('says who, what, when and how to check', async () => {
		const given = certificate('Nguyễn Thị Hằng');
		const { text } = await look(
			await certificatePdf({ timeZone, issuer: nobody, certificate: given, locale: 'vi', verifyUrl }),
			0.5,
		);
		expect(text).toContain('Giấy chứng nhận');
		expect(text).toContain('Nguyễn Thị Hằng');
		expect(text).toContain('AI cho cán bộ, công chức');
		expect(text).toContain('Sử dụng AI có trách nhiệm trong công vụ');
		expect(text).toContain('Trung cấp, bậc 3');
		// Half past three at night on the fourth, in Viet Nam.
		expect(text).toContain('ngày 04 tháng 02 năm 2026');
		expect(text).toContain('đến ngày 05 tháng 02 năm 2028');
		expect(text).toContain('7Q4M-0K2D-9XTR-A');
		expect(text).toContain(verifyUrl);
		expect(text.replaceAll(' ', '')).toContain(given.hash);
	});

	const asTested = (change: Partial<CertificateRecord>) => {
		const given = certificate(names.vi);
		return { ...given, record: { ...given.record, ...change } as CertificateRecord };
	};
	it.each([
		['room', 'learning'],
		['none', 'helper'],
		['none', 'learning'],
	] as const)('says how tests were taken: %s, %s', async (supervision, by) => {
		const given = asTested({ supervision, assurance: { by, minutes: 90 } });
		const how = supervision === 'none' && by === 'helper' ? 'helper' : supervision;
		for (const [locale, words] of Object.entries({ vi, en })) {
			for (const issuer of [nobody, somebody]) {
				const asked = { timeZone, issuer, certificate: given, locale: locale as Locale, verifyUrl };
				const seen = await look(await certificatePdf(asked), 0.5);
				expect(seen.pages).toBe(1);
				expect(seen.text).toContain(words.tests[how]);
			}
		}
	});

	it('says nothing of tests where the record does not', async () => {
		const { text } = await look(await make(names.vi), 0.5);
		for (const words of Object.values(vi.tests)) expect(text).not.toContain(words);
	});

	it('says "no end date" where there is none', async () => {
		const given = certificate('Trần Văn Đức');
		given.record.validUntil = null;
		const { text } = await look(
			await certificatePdf({ timeZone, issuer: nobody, certificate: given, locale: 'en', verifyUrl }),
			0.5,
		);
		expect(text).toContain('no end date');
		expect(text).toContain('4 February 2026');
	});

	it('is the same file each time', async () => {
		expect(await make('Nguyễn Thị Hằng')).toEqual(await make('Nguyễn Thị Hằng'));
	});

	it('carries title, language and the date of issue', async () => {
		const source = Buffer.from(await make('Nguyễn Thị Hằng')).toString('latin1');
		expect(source).toMatch(/\/Lang\s*\(vi/);
		expect(source).toContain('/CreationDate (D:20260205030000');
		const title = Buffer.from('\ufeffGiấy chứng nhận – Nguyễn Thị Hằng', 'utf16le').swap16().toString('hex');
		expect(source.toLowerCase()).toContain(`/title <${title}`);
	});

	it('is tagged for screen readers: headings, pictures with words, decoration left out', async () => {
		const source = Buffer.from(await make('Nguyễn Thị Hằng')).toString('latin1');
		expect(source).toContain('/StructTreeRoot');
		expect(source).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
		expect(source).toMatch(/\/S\s*\/H1\b/);
		const alt = Buffer.from(`\ufeff${vi.qrAlt}`, 'utf16le').swap16().toString('hex');
		expect(source.toLowerCase()).toContain(`/alt <${alt}`);
	});

	it.each([2, 3, 8])('has %i skills of uneven length in two columns of the same width', async (n) => {
		const given = certificate('Nguyễn Thị Hằng', {}, n);
		for (const [index, skill] of given.skillTitles.entries())
			skill.title = { vi: index % 2 ? 'Xác định nhu cầu và giải pháp công nghệ' : 'Bảo vệ thiết bị' };
		const seen = await look(
			await certificatePdf({ timeZone, issuer: nobody, certificate: given, locale: 'vi', verifyUrl }),
		);
		// Two columns of one width on either side of the middle, 11 mm apart: the right one begins here, whatever it holds.
		const right = (297 + 11) / 2;
		expect(bulletsBetween(seen, right - 0.5, right + 2.5)).toBeGreaterThan(0);
		expect(bulletsBetween(seen, right - 40, right - 0.5)).toBe(0);
		expect(bulletsBetween(seen, right + 2.5, right + 40)).toBe(0);
	});

	it('keeps certificates apart that are made at the same time', async () => {
		const holders = ['Lê Văn An', 'Phạm Thị Bình', 'Võ Minh Châu', 'Đỗ Thu Dung', 'Bùi Gia Hân'];
		const files = await Promise.all(holders.map((holder) => make(holder)));
		for (const [index, file] of files.entries()) {
			const { text } = await look(file, 0.5);
			expect(holders.filter((holder) => text.includes(holder))).toEqual([holders[index]]);
		}
	});
});

describe('names and titles of every length', () => {
	const long = [
		['Vietnamese', names.vi, 'vi'],
		['Khmer', names.km, 'km'],
		['Khmer without a space', names.km.replaceAll(' ', ''), 'km'],
		['one endless word', 'W'.repeat(80), 'en'],
		['eighty letters', `${names.vi} ${'Hằng '.repeat(4)}`.trim(), 'vi'],
	] satisfies [string, string, Locale][];

	it.each(long)('stay within the frame: %s', async (_, name, locale) => {
		const seen = await look(await make(name, locale, {}, 24), 1);
		expect(darkest(seen, 13, 25, 25, 185)).toBeGreaterThan(225);
		expect(darkest(seen, 272, 25, 284, 185)).toBeGreaterThan(225);
		// The name itself is there: something dark in the middle.
		expect(darkest(seen, 60, 60, 240, 110)).toBeLessThan(90);
	});

	it('names the rest when there are very many skills', async () => {
		const { text } = await look(await make('Nguyễn Thị Hằng', 'vi', {}, 24), 0.5);
		expect(text.split(skillTitle.vi).length - 1).toBe(8);
		expect(text).toContain('và 16 kỹ năng khác');
	});

	it('falls back to a language that the title has', async () => {
		const given = certificate('Trần Văn Đức');
		given.record.courseTitle = { km: '', vi: 'Gọi điện thoại' };
		const { text } = await look(
			await certificatePdf({ timeZone, issuer: nobody, certificate: given, locale: 'en', verifyUrl }),
			0.5,
		);
		expect(text).toContain('Gọi điện thoại');
	});
});

describe('whoever issues', () => {
	const issued = (issuer: Issuer, locale: Locale = 'vi', skillCount = 3) =>
		certificatePdf({
			timeZone,
			issuer,
			certificate: certificate(names[locale], {}, skillCount),
			locale,
			verifyUrl,
		});

	it('stands on the paper with their mark, and room for a name by hand and a seal', async () => {
		const seen = await look(await issued(somebody));
		for (const line of [somebody.name, somebody.unit, somebody.title, somebody.signatory])
			expect(seen.text).toContain(line);
		expect(seen.text).toContain(vi.seal);
		expect(seen.text).toContain(vi.site);
		expect(darkest(seen, 26, 18, 66, 34)).toBeLessThan(30);
		expect(jsqr(seen.pixels, seen.width, seen.height)?.data).toBe(verifyUrl);
	});

	it.each<[string, Partial<Issuer>, string[], string[]]>([
		['nobody', {}, [vi.tagline], [vi.seal]],
		['an organisation alone', { name: 'Hội Nông dân' }, ['Hội Nông dân', vi.tagline], [vi.seal]],
		['an office alone', { unit: 'Tổ công nghệ số' }, ['Tổ công nghệ số'], [vi.seal]],
		['who signs alone', { signatory: 'Lê Văn Tám' }, ['Lê Văn Tám', vi.seal], []],
		['what they are alone', { title: 'Trưởng ban' }, ['Trưởng ban', vi.seal], []],
		['a mark alone', { logo: drawing }, [vi.tagline], [vi.seal]],
	])('is said as far as it is set: %s', async (_, set, there, missing) => {
		const { text, pages } = await look(await issued({ ...nobody, ...set }), 0.5);
		expect(pages).toBe(1);
		for (const words of there) expect(text).toContain(words);
		for (const words of missing) expect(text).not.toContain(words);
		expect(text).not.toMatch(/null|none|undefined/);
	});

	const widest = (letter: string, length: number) => `${letter.repeat(7)} `.repeat(length / 8).trim();
	it.each<[string, Locale, Issuer]>([
		[
			'the longest lines',
			'vi',
			{
				name: widest('Ủ', 150),
				unit: widest('W', 150),
				title: widest('M', 80),
				signatory: widest('W', 80),
				logo: drawing,
			},
		],
		[
			'Khmer',
			'km',
			{
				name: 'គណៈកម្មាធិការប្រជាជនឃុំទ្រីតុន ខេត្តអានយ៉ាង មជ្ឈមណ្ឌលសិក្សាសហគមន៍',
				unit: 'មជ្ឈមណ្ឌលសិក្សាសហគមន៍',
				title: 'នាយក',
				signatory: 'ចៅ សុខា',
				logo: null,
			},
		],
		['English', 'en', somebody],
	])('fits beside long names and many skills on one sheet: %s', async (_, locale, issuer) => {
		const seen = await look(await issued(issuer, locale, 24));
		expect(seen.pages).toBe(1);
		expect(darkest(seen, 13, 25, 25, 185)).toBeGreaterThan(225);
		expect(darkest(seen, 272, 25, 284, 185)).toBeGreaterThan(225);
		expect(darkest(seen, 60, 193, 240, 198)).toBeGreaterThan(150);
		expect(jsqr(seen.pixels, seen.width, seen.height)?.data).toBe(verifyUrl);
	});

	it('is text and no program', async () => {
		const name = '#panic("x") $y$ *z*';
		expect((await look(await issued({ ...nobody, name }), 0.5)).text).toContain(name);
	});
});

describe('hostile names', () => {
	const hostile = [
		'#read("/etc/passwd")',
		'$x$ *bold* _it_ `code` @ref <label>',
		'"quoted" \\ #panic("x") \\u{41}',
		'<script>alert(1)</script>',
		'"}) #set page(width: 1cm)',
		'#eval("1+1") // /* -- ---',
	];

	it.each(hostile)('are printed as they are: %s', async (name) => {
		const seen = await look(await make(name), 0.5);
		expect(seen.pages).toBe(1);
		expect(seen.text).toContain(name);
	});

	it('lose line breaks and marks that turn the direction of writing', async () => {
		const { text } = await look(await make('Trần\nVăn\u202e\tĐức\u0000'), 0.5);
		expect(text).toContain('Trần Văn Đức');
	});
});

describe('a certificate that no longer counts', () => {
	const since = '2027-01-02T00:00:00.000Z';
	const cases = [
		[
			'revoked',
			{ status: 'revoked', revokedAt: since },
			vi.revoked.mark,
			'đã bị thu hồi ngày 02 tháng 01 năm 2027',
		],
		[
			'superseded',
			{ status: 'superseded', supersededBy: '8R5N-1M3E-0YVS-B' },
			vi.superseded.mark,
			'8R5N-1M3E-0YVS-B',
		],
		['expired', { status: 'expired' }, vi.expired.mark, 'đã hết hạn từ ngày 05 tháng 02 năm 2028'],
	] satisfies [string, Partial<Certificate>, string, string][];

	it.each(cases)('says so: %s', async (_, change, mark, line) => {
		const seen = await look(await make('Nguyễn Thị Hằng', 'vi', change));
		expect(seen.text).toContain(mark);
		expect(seen.text).toContain(line);
		expect(jsqr(seen.pixels, seen.width, seen.height)?.data).toBe(verifyUrl);
	});

	it('says nothing of the kind while it is valid', async () => {
		const { text } = await look(await make('Nguyễn Thị Hằng'), 0.5);
		for (const { mark } of [vi.revoked, vi.superseded, vi.expired]) expect(text).not.toContain(mark);
	});
});

describe('the fonts', () => {
	const latin = coverage('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf');
	const khmer = coverage('@expo-google-fonts/battambang/700Bold/Battambang_700Bold.ttf');

	it.each(Object.entries({ vi, km, en }) as ['vi', typeof vi][])(
		'have every letter of the words in %s',
		(locale, words) => {
			const months = Array.from({ length: 12 }, (_, index) =>
				dateInWords(locale, { day: 30 - index, month: index + 1, year: 2026 }),
			);
			const levels = Array.from({ length: 9 }, (_, index) => words.level({ level: index + 1 }));
			const said = [
				...Object.values(words).filter((value) => typeof value === 'string'),
				...months,
				...levels,
				words.moreSkills({ n: 1234567890 }),
				words.validUntil({ date: '' }),
				...[words.revoked, words.expired].flatMap((each) => [each.mark, each.line({ date: '' })]),
				words.superseded.mark,
				words.superseded.line({ serial: '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U-' }),
			].join('');
			expect([...said].filter((letter) => !latin(letter) && !khmer(letter))).toEqual([]);
		},
	);

	it('have every Vietnamese letter with every tone, and every Khmer letter and sign', () => {
		const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) =>
			['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
		);
		const alphabet = [...vowels, ...'bcdđghklmnpqrstvx'].flatMap((letter) => [letter, letter.toUpperCase()]);
		expect(alphabet.filter((letter) => [...letter].length > 1 || !latin(letter))).toEqual([]);
		const signs = Array.from({ length: 0x17d3 - 0x1780 }, (_, index) => String.fromCodePoint(0x1780 + index));
		const deprecated = ['\u17a3', '\u17a4', '\u17b4', '\u17b5'];
		expect(signs.filter((sign) => !khmer(sign) && !deprecated.includes(sign))).toEqual([]);
	});
});

/** Which letters a TrueType file has, from its `cmap` table (format 4, the basic plane). */
function coverage(file: string): (letter: string) => boolean {
	const font = readFileSync(createRequire(import.meta.url).resolve(file));
	const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
	const cmap = font.readUInt32BE(
		(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0) + 8,
	);
	const starts = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
		return cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
	});
	const table = starts.find((at) => font.readUInt16BE(at) === 4);
	if (table === undefined) throw new Error(`${file} has no cmap of format 4.`);
	const bytes = font.readUInt16BE(table + 6);
	const ranges = Array.from({ length: bytes / 2 }, (_, index) => {
		const end = table + 14 + index * 2;
		return { from: font.readUInt16BE(end + bytes + 2), to: font.readUInt16BE(end) };
	});
	return (letter) => {
		const code = letter.codePointAt(0) ?? 0;
		return code !== 0xffff && ranges.some(({ from, to }) => from <= code && code <= to);
	};
}
