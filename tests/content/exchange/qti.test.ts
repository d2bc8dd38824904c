/** QTI items, tests and packages, of versions 2.2 and 3.0. */
import { afterAll, describe, expect, it } from 'vitest';
import { importFile } from '#cli/import.ts';
import { Unreadable } from '#content/exchange/item.ts';
import { pack } from '#content/exchange/zip.ts';
import { svg } from '../helpers.ts';
import { inVersion, items, without } from './qti-samples.ts';
import { workshop } from './run.ts';
import { take } from './take.ts';

const { put, at, run, end } = workshop();
afterAll(end);

const versions = ['2.2', '3.0'] as const;
const sourceOf = (name: string) => items.find(([each]) => each === name)?.[1] ?? '';
const asTest = (hrefs: string[]) =>
	`<assessmentTest identifier="t" title="T"><testPart identifier="p"><assessmentSection identifier="s" title="S" visible="true">${hrefs.map((href, n) => `<assessmentItemRef identifier="i${n}" href="${href}"/>`).join('')}</assessmentSection></testPart></assessmentTest>`;
const manifest = (resources: [type: string, href: string][]) =>
	`<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><organizations/><resources>${resources.map(([type, href], n) => `<resource identifier="r${n}" type="${type}" href="${href}"><file href="${href}"/></resource>`).join('')}</resources></manifest>`;
const refused = (bytes: Uint8Array) =>
	take('qti', bytes).then(
		() => 'read',
		(error: unknown) => (error instanceof Unreadable ? error.reason : error),
	);

describe.each(versions)('QTI %s', (version) => {
	it.each(items)('%s', async (_, source, kind, answer) => {
		const { report } = await take('qti', inVersion(version, source));
		expect(report.rejected).toEqual([]);
		expect(report.imported).toEqual([{ name: 'Mẫu', kind, id: 'mau', answer }]);
	});

	it.each(without)('%s: rejected with a reason', async (_, source, reason) => {
		const { report } = await take('qti', inVersion(version, source));
		expect(report.rejected).toEqual([{ name: 'Mẫu', line: 2, reason: expect.stringContaining(reason) }]);
	});
});

describe('QTI', () => {
	it('words, remarks, points and bounds come in whole', async () => {
		const [choice, number, text] = ['choice', 'a number', 'text entry'].map(sourceOf);
		const scored = choice!.replace('identifier="SCORE"', 'identifier="SCORE" normalMaximum="2"');
		const { questions } = await take('qti', scored);
		const [{ text: said, feedback, asked }] = questions as any;
		expect([said.title, said.body[0].children, asked.points]).toEqual([
			'Biển báo ở 10:30: nói gì?',
			['Biển báo'],
			2,
		]);
		expect(JSON.stringify(said.options)).toContain('Dừng < 5 phút');
		expect(feedback.options).toEqual({ b: 'Đúng: dừng.' });
		const numbers = await take('qti', number!);
		expect(numbers.questions[0]).toMatchObject({
			key: { low: 3, high: 4.5 },
			text: { title: 'Bao nhiêu? _____' },
		});
		const words = await take('qti', text!);
		expect(words.questions[0]?.key).toMatchObject({ accept: { vi: ['Hà Nội', 'Hanoi'] } });
		expect(words.report.changed).toHaveLength(2);
	});

	it('nothing that runs comes over', async () => {
		const source = sourceOf('choice').replace(
			'<p>Biển',
			'<p onclick="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)">Nhìn</a>: Biển',
		);
		const { quiz, report } = await take('qti', source);
		expect(quiz).toContain('Nhìn: Biển');
		expect(quiz).not.toMatch(/alert|script/);
		expect(report.changed.length).toBeGreaterThanOrEqual(2);
	});

	it('a package: in the order of its test, with its pictures; one bad item loses no other', async () => {
		const bytes = await pack([
			[
				'imsmanifest.xml',
				manifest([
					['imsqti_item_xmlv2p2', 'items/ngoai.xml'],
					['imsqti_item_xmlv2p2', 'items/chon.xml'],
					['imsqti_item_xmlv2p2', 'items/hong.xml'],
					['imsqti_item_xmlv2p2', '../../etc/passwd'],
					['imsqti_test_xmlv2p2', 'tests/bai.xml'],
					['webcontent', 'items/images/bien.png'],
				]),
			],
			['tests/bai.xml', asTest(['../items/thu%20tu.xml', '../items/chon.xml', '../items/thieu.xml'])],
			['items/chon.xml', sourceOf('choice')],
			['items/thu tu.xml', sourceOf('order')],
			['items/ngoai.xml', sourceOf('match')],
			[
				'items/hong.xml',
				'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><assessmentItem>&x;</assessmentItem>',
			],
			['items/images/bien.png', svg],
		]);
		const { report, media, questions } = await take('qti', bytes);
		expect(report.imported.map(({ kind, id }) => [kind, id])).toEqual([
			['order', 'mau'],
			['single', 'mau-2'],
			['match', 'mau-3'],
		]);
		expect(report.rejected.map(({ name, reason }) => [name, reason.split('.')[0]])).toEqual([
			['items/thieu.xml', 'The file that is named is not there'],
			['../../etc/passwd', 'The file that is named is not there'],
			['items/hong.xml', expect.stringContaining('DOCTYPE')],
		]);
		// What it is counts, not what it is called.
		expect([...media.keys()]).toEqual(['media/bien.svg']);
		expect(questions[1]?.text.body[0]).toEqual({
			name: 'Figure',
			attrs: { src: 'media/bien.svg', alt: 'Biển báo' },
		});
	});

	it('a test finds its items beside it, and nothing outside its folder', async () => {
		put('khac/ngoai.xml', sourceOf('order'));
		put('bai/items/chon.xml', sourceOf('choice'));
		const file = put('bai/test.xml', asTest(['items/chon.xml', '../khac/ngoai.xml']));
		const { code, said } = await run(importFile, file, '--format', 'qti', '--to', at('x/vi'), '--json');
		const report = JSON.parse(said);
		expect([code, report.imported.length]).toEqual([0, 1]);
		expect(report.rejected).toEqual([
			{ name: '../khac/ngoai.xml', reason: expect.stringContaining('not there') },
		]);
	});

	const plain: [string, string][] = [['aa/b.xml', sourceOf('choice')]];
	it.each<[string, () => Promise<Uint8Array>]>([
		['zip-path', async () => replaced(await pack(plain), 'aa/b.xml', '../b.xml')],
		['zip-path', async () => replaced(await pack(plain), 'aa/b.xml', '/a/b.xml')],
		['zip-path', async () => replaced(await pack(plain), 'aa/b.xml', '..\\b.xml')],
		['zip-link', async () => linked(await pack(plain))],
		['zip-locked', async () => locked(await pack(plain))],
		['zip-bomb', () => pack([...plain, ['b.xml', new Uint8Array(40 * 1024 * 1024)]])],
		['zip-bomb', () => pack(Array.from({ length: 5001 }, (_, n) => [`${n}.xml`, ''] as [string, string]))],
		['zip', async () => (await pack(plain)).slice(0, -30)],
		['not-this-format', () => pack([['a.txt', 'x']])],
		['xml', () => Promise.resolve(new TextEncoder().encode('Gì?'))],
		['not-this-format', () => Promise.resolve(new TextEncoder().encode('<questestinterop/>'))],
	])('%s: refused', async (reason, make) => {
		expect(await refused(await make())).toBe(reason);
	});
});

function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
	return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));
}

/** In the directory at the end: the entry's attributes are a link's, or its flags say that it is encrypted. */
const directory = (bytes: Buffer) => bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
function linked(bytes: Uint8Array): Uint8Array {
	const copy = Buffer.from(bytes);
	copy.writeUInt32LE((0o120777 << 16) >>> 0, directory(copy) + 38);
	return copy;
}
function locked(bytes: Uint8Array): Uint8Array {
	const copy = Buffer.from(bytes);
	copy.writeUInt16LE(copy.readUInt16LE(directory(copy) + 8) | 1, directory(copy) + 8);
	return copy;
}
