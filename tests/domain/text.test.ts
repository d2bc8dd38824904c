import { foldText } from '#domain/fold.ts';
import { normaliseName, plainText } from '#domain/text.ts';
import { locales } from '#schemas/names.ts';
import type { Node } from '#schemas/node.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('foldText', () => {
	it.each([
		['case', 'HÀ NỘI', 'hà nội'],
		['đ and its capital', 'ĐÀ NẴNG', 'đà nẵng'],
		['Icelandic Ð for Đ', '\u00d0à Nẵng', 'đà nẵng'],
		['its small letter ð', '\u00f0à nẵng', 'đà nẵng'],
		['African Ɖ', '\u0189à Nẵng', 'đà nẵng'],
		['full width', 'Ｈà　Ｎội１', 'Hà Nội1'],
		['ligatures', 'ﬁle oﬀice', 'file office'],
		['superscripts', '5 m²', '5 m2'],
		['a tone typed before the circumflex', 'e\u0301\u0302', 'ế'],
		['old codes of tones', 'a\u0340', 'à'],
		['curly quotes', '“Hà Nội” ‘a’', '"Hà Nội" \'a\''],
		['angle quotes and primes', '«a» ‹b› c′ d″', '"a" \'b\' c\' d"'],
		['accents in the place of quotes', '´a` ＇b＂', "'a' 'b\""],
		['dashes', 'a–b—c‐d‑e−f﹣g－h', 'a-b-c-d-e-f-g-h'],
		['a final comma', 'Hà Nội,', 'Hà Nội'],
		['a final colon', 'Hà Nội ; :', 'Hà Nội'],
		['a final full-width stop', 'Hà Nội。', 'Hà Nội'],
		['a joiner, a selector, a filler, a tag', 'H\u034fà\ufe0f N\u3164ội\u{e0061}', 'Hà Nội'],
		['control characters', 'Hà\u0000 N\u0007ội', 'Hà Nội'],
		['white space', '  Hà \t Nội\n', 'Hà Nội'],
		['no-break space', 'Hà\u00a0Nội', 'Hà Nội'],
		['decomposed letters', 'Ha\u0300 No\u0323\u0302i', 'Hà Nội'],
		['zero-width space', 'Hà\u200b Nội\ufeff', 'Hà Nội'],
		['a zero-width space inside a decomposed letter', 'a\u200b\u0301', 'á'],
		['a full stop', 'Hà Nội.', 'Hà Nội'],
		['marks at the end', 'Hà Nội ?!', 'Hà Nội'],
		['an ellipsis', 'Hà Nội…', 'Hà Nội'],
		['Khmer full stop', 'ភ្នំពេញ។', 'ភ្នំពេញ'],
		['tone on oa', 'Hòa Bình', 'Hoà Bình'],
		['tone on oe', 'khỏe', 'khoẻ'],
		['tone on uy', 'thủy', 'thuỷ'],
		['tone on oan', 'hòan', 'hoàn'],
		['tone on oai', 'ngòai', 'ngoài'],
		['tone on qu', 'qúy', 'quý'],
		['tone on qua', 'qủa', 'quả'],
		['tone on gi', 'gìa', 'già'],
		['tone on giờ', 'gìơ', 'giờ'],
		['tone on gioa, twice', 'gíoa', 'gioá'],
		['all tones', 'hóa hòa hỏa hõa họa', 'hoá hoà hoả hoã hoạ'],
		['capitals with tone', 'HÒA', 'hoà'],
		['Khmer zero-width spaces', 'សូម\u200bអរគុណ', 'សូមអរគុណ'],
		['Khmer spaces', 'សូម អរគុណ', 'សូមអរគុណ'],
		['Khmer digits', 'ឆ្នាំ ២០២៦', 'ឆ្នាំ 2026'],
		['Khmer vowel OE from its halves', 'ប\u17c1\u17b8ក', 'ប\u17beក'],
		['Khmer vowel OO from its halves', 'ក\u17c1\u17b6ះ', 'ក\u17c4ះ'],
		['Khmer subscript DA', 'ប\u17d2\u178aី', 'ប\u17d2\u178fី'],
		['Khmer subscript RO typed first', 'ស\u17d2\u179a\u17d2\u178fី', 'ស\u17d2\u178f\u17d2\u179aី'],
	])('takes as one: %s', (_what, one, other) => {
		for (const locale of locales) expect(foldText(one, locale)).toBe(foldText(other, locale));
	});

	it.each([
		['ma', 'má'],
		['má', 'mà'],
		['Hà Nội', 'Ha Noi'],
		['Hà Nội', 'HàNội'],
		['da', 'đa'],
		['o', 'ơ'],
		['mùa', 'mua'],
		['hoa', 'hoà'],
		['?', '!'],
		['.', '?'],
		['1.5', '15'],
		['a.b', 'ab'],
		['.vn', 'vn'],
		['a-b', 'ab'],
		['a,b', 'ab'],
		['đ', 'd'],
		['សូម', 'សុម'],
		['២ ៣', '២៣'],
		['hello world', 'helloworld'],
	])('tells apart: %j and %j', (one, other) => {
		for (const locale of locales) expect(foldText(one, locale)).not.toBe(foldText(other, locale));
	});

	it.each([
		['Hà Nội', 'hà nội'],
		['Của mùa lúa chín', 'của mùa lúa chín'],
		['Nguyễn Thị Huỳnh Khuỷu', 'nguyễn thị huỳnh khuỷu'],
		['giếng, gìn giữ, gì', 'giếng, gìn giữ, gì'],
		['những điều quý giá', 'những điều quý giá'],
	])('writes %j as %j', (text, folded) => {
		expect(foldText(text, 'vi')).toBe(folded);
	});

	it('changes nothing the second time, and is NFC', () => {
		const syllable = fc.constantFrom(
			...'hòa qúy gìa THỦY ngòai gíoa quúy . ? ។ ១ ស្រ្តី េា ី \u200b ក'.split(' '),
		);
		const text = fc.array(fc.oneof(syllable, fc.string({ unit: 'grapheme', maxLength: 3 })), {
			maxLength: 6,
		});
		fc.assert(
			fc.property(text, fc.constantFrom('', ' '), (parts, joint) => {
				const folded = foldText(parts.join(joint), 'vi');
				expect(foldText(folded, 'vi')).toBe(folded);
				expect(folded).toBe(folded.normalize('NFC'));
			}),
		);
	});

	it('does not care for composed or decomposed input, case of Vietnamese letters, or outer space', () => {
		const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự ';
		const vietnamese = fc.array(fc.constantFrom(...letters)).map((parts) => parts.join(''));
		fc.assert(
			fc.property(vietnamese, (text) => {
				const folded = foldText(text, 'vi');
				expect(foldText(text.normalize('NFD'), 'vi')).toBe(folded);
				expect(foldText(text.toUpperCase(), 'vi')).toBe(folded);
				expect(foldText(`  ${text}\u200b\n`, 'vi')).toBe(folded);
			}),
		);
	});
});

describe('plainText', () => {
	it.each<[string, Node[], string]>([
		['nothing', [], ''],
		['words in a line', ['Một ', { name: 'strong', children: ['hai'] }, ' ba'], 'Một hai ba'],
		[
			'blocks',
			[
				{ name: 'p', children: ['Một'] },
				{ name: 'p', children: ['hai'] },
			],
			'Một\nhai',
		],
		['a break', [{ name: 'p', children: ['Một', { name: 'br' }, 'hai'] }], 'Một\nhai'],
		[
			'a list',
			[
				{
					name: 'ul',
					children: [
						{ name: 'li', children: ['a'] },
						'\n',
						{ name: 'li', children: ['b', { name: 'em', children: ['c'] }] },
					],
				},
			],
			'a\nbc',
		],
		[
			'a table',
			[
				{
					name: 'tr',
					children: [
						{ name: 'td', children: ['a'] },
						{ name: 'td', children: ['b'] },
					],
				},
			],
			'a b',
		],
		['a picture', [{ name: 'Figure', attrs: { src: 'a.png', alt: 'Màn hình' } }], 'Màn hình'],
		[
			'a box',
			[{ name: 'Tip', attrs: { title: 'Mẹo' }, children: [{ name: 'p', children: ['Thử'] }] }],
			'Mẹo\nThử',
		],
		['a fold', [{ name: 'Details', attrs: { summary: 'Thêm' }, children: ['chữ'] }], 'Thêm\nchữ'],
		['soft line breaks', [{ name: 'p', children: ['Một\nhai   ba'] }], 'Một hai ba'],
		[
			'a link',
			['Xem ', { name: 'a', attrs: { href: '/x', title: 'X' }, children: ['đây'] }, '.'],
			'Xem đây.',
		],
	])('gives the words of %s', (_what, nodes, text) => {
		expect(plainText(nodes)).toBe(text);
	});
});

describe('names', () => {
	it.each([
		['  Nguyễn   Thị\tHoa ', 'Nguyễn Thị Hoa'],
		['Nguye\u0302\u0303n', 'Nguyễn'],
		['សុខ\u200b ដារា', 'សុខ ដារា'],
		['\u202eHoa', 'Hoa'],
		['ក\u200dខ', 'ក\u200dខ'],
		['\u200dHoa\u200c ', 'Hoa'],
		['\u200b \u2060', ''],
		['Hoa\u200dLan', 'HoaLan'],
		['Ho\u0000a\u0007', 'Hoa'],
		['Ho\u3164a\u034f\ufe0f', 'Hoa'],
		['\u3164', ''],
		['\u0000\u0007', ''],
		['123 – !', ''],
		['\u0301', ''],
		['hOA', 'hOA'],
	])('keeps the name %j as %j', (name, kept) => {
		expect(normaliseName(name)).toBe(kept);
		expect(normaliseName(kept)).toBe(kept);
	});
});
