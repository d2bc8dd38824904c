/** The site's words speak to their reader as the lessons do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressing, said } from '#messages/address.ts';
import { messagesAsWritten, messagesFor } from '#messages/index.ts';
import { addresses } from '#schemas/names.ts';
import { leavesOf, say } from './walk.ts';

describe('a reader who is addressed', () => {
	it.each([
		['bác', 'Bạn nghỉ đi, việc của bạn còn đó.', 'Bác nghỉ đi, việc của bác còn đó.'],
		['anh/chị', 'Bạn mở lại bài; nếu bạn cần.', 'Anh/chị mở lại bài; nếu anh/chị cần.'],
		['bạn', 'Bạn mở lại bài.', 'Bạn mở lại bài.'],
		['bác', 'Một bạnh đất, và BẠN.', 'Một bạnh đất, và BẠN.'],
	] as const)('as %s: %s', (address, text, expected) => {
		expect(said(text, 'vi', address)).toBe(expected);
	});

	it.each([
		['bạn', 'សូមលោកអ្នកបើកមេរៀន', 'សូមអ្នកបើកមេរៀន'],
		['bác', 'សូមលោកអ្នកបើកមេរៀន', 'សូមអ៊ំបើកមេរៀន'],
		['anh/chị', 'មេរៀនរបស់លោកអ្នក', 'មេរៀនរបស់លោកអ្នក'],
		['bác', 'អ្នករៀនបើកមេរៀន', 'អ្នករៀនបើកមេរៀន'],
	] as const)('in Khmer as %s: %s', (address, text, expected) => {
		expect(said(text, 'km', address)).toBe(expected);
	});

	it('keeps what is put into a message as it is', () => {
		const messages = { to: (p: { title: string; n: number }) => `Bạn xem ${p.n} trang “${p.title}”` };
		fc.assert(
			fc.property(fc.constantFrom('Tìm bạn', 'Bạn', 'Trạm y tế', 'bạn bạn'), fc.nat(99), (title, n) => {
				expect(addressing(messages, 'vi', 'bác').to({ title, n })).toBe(`Bác xem ${n} trang “${title}”`);
			}),
		);
	});

	it('is so in every message, and in no other way', () => {
		const pronoun = /(?<!\p{L})bạn(?!\p{L})/iu;
		const plain = leavesOf(messagesFor('vi')).map((leaf) => say(leaf));
		expect(plain.filter(({ text }) => pronoun.test(text)).length).toBeGreaterThan(100);
		for (const address of addresses.filter((each) => each !== 'bạn')) {
			const told = leavesOf(messagesFor('vi', address)).map((leaf) => say(leaf));
			expect(told.filter(({ text }) => pronoun.test(text))).toEqual([]);
			const back = told.map(({ text }) => text.replaceAll('Anh/chị', 'Bạn').replaceAll('anh/chị', 'bạn'));
			if (address === 'anh/chị') expect(back).toEqual(plain.map(({ text }) => text));
		}
	});

	it('is addressed so by words that were handed on as they are written', () => {
		for (const locale of ['vi', 'km'] as const)
			for (const address of addresses) {
				const spoken = leavesOf(messagesFor(locale, address)).map((leaf) => say(leaf).text);
				const handedOn = leavesOf(messagesAsWritten(locale)).map((leaf) => say(leaf).text);
				expect(handedOn.map((text) => said(text, locale, address))).toEqual(spoken);
			}
	});

	it('is named by no words of pages that are kept for whoever comes, or that the browser makes', () => {
		const pronoun = /(?<!\p{L})bạn(?!\p{L})|លោកអ្នក/iu;
		for (const locale of ['vi', 'km'] as const) {
			const { common, error, device, offline } = messagesAsWritten(locale);
			const { lead, notHere, notSent, none, cannot, courses, quizzes } = offline;
			const shown = { lead, notHere, notSent, none, cannot, courses, quizzes };
			const said = leavesOf({ common, error, device, shown }).map((leaf) => say(leaf).text);
			expect(said.filter((text) => pronoun.test(text))).toEqual([]);
		}
	});

	it('in English is “you”', () => {
		for (const address of addresses) expect(messagesFor('en', address)).toBe(messagesFor('en', 'bạn'));
	});
});
