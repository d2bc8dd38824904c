import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	editDistance,
	freeLeft,
	isSmallChange,
	judgeCorrection,
	type NameGiven,
} from '#domain/corrections.ts';
import { isSyllable } from '#domain/syllables.ts';

describe('what the holder may change at once', () => {
	it.each([
		['nothing', 'Nguyễn Thị Hoa', 'Nguyễn Thị Hoa'],
		['case', 'NGUYỄN THỊ HOA', 'Nguyễn Thị Hoa'],
		['diacritics', 'Nguyen Thi Hoa', 'Nguyễn Thị Hòa'],
		['đ', 'Dang Dinh Đậu', 'Đặng Đình Dậu'],
		['the place of the tone mark', 'Lê Thị Thúy', 'Lê Thị Thuý'],
		['decomposed letters', 'Nguye\u0302\u0303n', 'Nguyễn'],
		['spaces', 'Thạch Sa Rây', 'Thạch SaRây'],
		['all of them missing', 'LêVănTám', 'Lê Văn Tám'],
		['order', 'Hoa Nguyễn Thị', 'Nguyễn Thị Hoa'],
		['punctuation', 'Nguyễn Thị Hoa.', 'Nguyễn Thị-Hoa'],
		['kinds of apostrophes', "H'Hen Niê", 'H’Hen Niê'],
		['an apostrophe that was forgotten', 'HHen Niê', 'H’Hen Niê'],
		['full-width letters', 'Ｎguyễn', 'Nguyễn'],
		['i and y after a consonant', 'Lý Mỹ Quý', 'Lí Mĩ Quí'],
		['letters changed over', 'Ngyuễn Thị Hoa', 'Nguyễn Thị Hoa'],
		['a letter left out', 'Nguễn Thị Hoa', 'Nguyễn Thị Hoa'],
		['a letter too many', 'Nguyễn Văn Minhh', 'Nguyễn Văn Minh'],
		['a key beside the right one', 'Nguyễn Văn Mibh', 'Nguyễn Văn Minh'],
		['a key of the input method', 'Tran Vawn Nam', 'Trần Văn Nam'],
		['a slip and another order', 'Hoa Ngyuễn', 'Nguyễn Hoa'],
		['two slips in a long name', 'Ngyuễn Thị Ngọc Hươnf', 'Nguyễn Thị Ngọc Hương'],
		['a long name of another language', 'Alexandr Katherine', 'Alexander Katherine'],
		['Khmer with its signs', 'ចាន់ សុខា', 'ចាន សុខា'],
		['Khmer in another order', 'សុខា ចាន់', 'ចាន់ សុខា'],
		['Khmer without the space', 'ចាន់សុខា', 'ចាន់ សុខា'],
		['Khmer with word breaks', 'ចាន់\u200bសុខា', 'ចាន់ សុខា'],
		['all run together, without marks', 'NguyenVanNam', 'Nguyễn Văn Nam'],
	])('%s: %s, %s', (_what, one, other) => {
		expect(isSmallChange(one, other)).toBe(true);
		expect(isSmallChange(other, one)).toBe(true);
	});

	it.each([
		['another name', 'Nguyễn Thị Lan', 'Nguyễn Thị Hoa'],
		['another letter in a short one', 'Lê Văn Nam', 'Lê Văn Lam'],
		['another end of a short one', 'Trần Thị Lan', 'Trần Thị Lam'],
		['letters of a short one changed over', 'Trần Thị Hoa', 'Trần Thị Hao'],
		['a letter that makes another name', 'Nguyễn Thị Trang', 'Nguyễn Thị Trung'],
		['the same at the end', 'Lê Minh Nguyệt', 'Lê Minh Nguyên'],
		['one letter less that makes another name', 'Lê Thị Thanh', 'Lê Thị Than'],
		['one letter more', 'Lê Thị Thu', 'Lê Thị Thủy'],
		['another first letter', 'Phạm Khánh', 'Phạm Thánh'],
		['another family name', 'Trần Thị Hoa', 'Phan Thị Hoa'],
		['another middle name', 'Nguyễn Thị Hoa', 'Nguyễn Văn Hoa'],
		['a middle name more', 'Nguyễn Hoa', 'Nguyễn Thị Hoa'],
		['a middle name less', 'Nguyễn Thị Hoa', 'Nguyễn Hoa'],
		['two slips in a short name', 'Ngyuễn Mihn', 'Nguyễn Minh'],
		['two slips in one word', 'Nygễn Thị Ngọc Hương', 'Nguyễn Thị Ngọc Hương'],
		['three slips', 'Ngyuễn Thị Ngcọ Hươnf', 'Nguyễn Thị Ngọc Hương'],
		['a short name of another language', 'John Smith', 'Joan Smith'],
		['another script', 'Chan Sokha', 'ចាន់ សុខា'],
		['a vowel in a short Khmer name', 'ចាន់ សុខ', 'ចាន់ សុខា'],
		['a letter in a Khmer name', 'ចាន់ សុភាព', 'ចាន់ សុភាន'],
		['a vowel in a Khmer name run together', 'ចាន់សុខា', 'ចាន់សុខី'],
		['a Khmer daughter for a son', 'លឹមសុជាតា', 'លឹមសុជាតិ'],
		['a letter in a long Khmer word', 'សុវណ្ណារិទ្ធ', 'សុវណ្ណារិទ្ធិ'],
		['another space and other marks', 'Lý An Hải', 'Lý Anh Ái'],
		['a figure', 'Nguyễn Văn Nam', 'Nguyễn Văn Nam2'],
		['a name in the name of others', 'Nguyễn Thị Hoa', 'Nguyễn Thị Hoa và Trần Văn Nam'],
	])('is not %s: %s, %s', (_what, one, other) => {
		expect(isSmallChange(one, other)).toBe(false);
		expect(isSmallChange(other, one)).toBe(false);
	});

	it('takes no letters of other scripts that look alike', () => {
		expect(isSmallChange('Nguyễn Văn Nam', 'Ngu\u0443ễn Văn Nam')).toBe(false);
		expect(isSmallChange('Ngu\u0443ễn Văn Nam', 'Nguyễn Văn Nam')).toBe(false);
	});

	const letter = fc.constantFrom(...'aáâăeêioôơuưybcdđghklmnpqrstvx', ' ', 'ក', 'ា', 'ន', '្', 'ត');
	const name = fc.string({ unit: letter, minLength: 1, maxLength: 24 }).filter((text) => text.trim() !== '');
	const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

	it('is itself', () => {
		fc.assert(fc.property(name, (one) => isSmallChange(one, one)));
	});
	it('is the same the other way round', () => {
		fc.assert(
			fc.property(name, name, (one, other) => isSmallChange(one, other) === isSmallChange(other, one)),
		);
	});
	it('is any order of the same words, in any case', () => {
		const words = fc.array(name, { minLength: 1, maxLength: 5 });
		const turned = words.chain((all) =>
			fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
		);
		fc.assert(
			fc.property(turned, ([all, other]) => isSmallChange(all.join(' '), other.join(' ').toUpperCase())),
		);
	});
	it('is two letters at most, whatever the words are', () => {
		const near = fc.tuple(
			fc.array(letter, { minLength: 2, maxLength: 30 }),
			fc.array(fc.nat(), { maxLength: 4 }),
		);
		fc.assert(
			fc.property(near, ([letters, places]) => {
				const other = [...letters];
				for (const place of places) other[place % other.length] = 'z';
				const [a, b] = [letters.join(''), other.join('')];
				const changed = letters.filter((one, n) => one !== ' ' && other[n] !== one).length;
				return changed <= 2 || !isSmallChange(a, b) || plain(a) === plain(b);
			}),
		);
	});
});

describe('a correction', () => {
	const issued = (holder: string): NameGiven => ({ holder, correctedBy: null });
	const own = (holder: string): NameGiven => ({ holder, correctedBy: 'holder' });
	const checked = (holder: string): NameGiven => ({ holder, correctedBy: 'helper' });

	it.each([
		['the first small one', [issued('Nguyen Thi Hoa')], 'Nguyễn Thị Hoa', 'now'],
		['the second', [issued('Nguyen Hoa'), own('Nguyễn Hoa')], 'Nguyễn Hòa', 'now'],
		['the third', [issued('Nguyen Hoa'), own('Nguyễn Hoa'), own('Nguyễn Hòa')], 'Nguyễn Hoà', 'used-up'],
		['another name', [issued('Nguyễn Lan')], 'Nguyễn Hoa', 'other-name'],
		['another name, when two were made', [issued('A B'), own('Ă B'), own('Â B')], 'C D', 'other-name'],
		['a second step away from the first', [issued('Lê Minh'), own('Lê Mibh')], 'Lê Bibh', 'other-name'],
		['a step back to the first', [issued('Lê Mibh'), own('Lê Minh')], 'Lê Mibh', 'now'],
		['a small one of what was looked at', [issued('Lê Lan'), checked('Lê Hoa')], 'Lê Hòa', 'now'],
		['back to before it was looked at', [issued('Lê Lan'), checked('Lê Hoa')], 'Lê Lan', 'other-name'],
		[
			'looked at counts as none of one’s own',
			[issued('Lê Lan'), own('Lê Lân'), checked('Lê Hoa')],
			'Lê Hòa',
			'now',
		],
		['looked at gives none back', [issued('L'), own('l'), own('L'), checked('Lê Hoa')], 'Lê Hòa', 'used-up'],
		['of nothing', [], 'Lê Hoa', 'other-name'],
	] as const)('%s: %j, %s: %s', (_what, given, wanted, verdict) => {
		expect(judgeCorrection(given, wanted)).toBe(verdict);
	});

	it('leads nowhere in steps: every name made at once is near the one that was issued', () => {
		const word = fc.constantFrom(
			'Lan',
			'Lân',
			'Lam',
			'Lxm',
			'Trang',
			'Tramg',
			'Trung',
			'Trumg',
			'Hoa',
			'Hoaa',
		);
		const names = fc.array(
			fc.tuple(word, word).map((words) => words.join(' ')),
			{ minLength: 2, maxLength: 9 },
		);
		fc.assert(
			fc.property(names, ([first = '', ...wishes]) => {
				const given = [issued(first)];
				for (const wish of wishes) if (judgeCorrection(given, wish) === 'now') given.push(own(wish));
				return given.length <= 3 && given.every(({ holder }) => isSmallChange(first, holder));
			}),
		);
	});

	it('counts down', () => {
		expect(freeLeft([issued('A')])).toBe(2);
		expect(freeLeft([issued('A'), own('Á'), checked('B')])).toBe(1);
		expect(freeLeft([issued('A'), own('Á'), own('À'), own('Ả')])).toBe(0);
	});
});

describe('the distance of two words', () => {
	it.each([
		['', '', 0],
		['nguyen', 'nguyen', 0],
		['nguyen', 'nguyn', 1],
		['nguyen', 'ngyuen', 1],
		['minh', 'mibh', 1],
		['abc', '', 3],
		['kitten', 'sitting', 3],
	])('%s, %s: %i', (one, other, distance) => {
		expect(editDistance([...one], [...other])).toBe(distance);
		expect(editDistance([...other], [...one])).toBe(distance);
	});
});

describe('a Vietnamese syllable', () => {
	const names =
		'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly trinh dinh mai truong luong doan dao ' +
		'luu ta quach cao thach kim chau thai tong ha nghiem quan quang quyen quynh quy que quoc giang giao giap gia ' +
		'anh an binh bich chi cuc cuong dung dien duc em giau hai han hang hanh hien hiep hieu hoa hoai huong hue hung ' +
		'khanh khoa khue kiet kieu lan loan linh loc long minh my nga ngan nghia ngoc nguyet nhan nhi nhung oanh phong ' +
		'phuc phuong phuoc sen son suong tam tan thanh thao thinh thoa thom thu thuan thuy thuong tien toan trang tri ' +
		'trung tu tuan tung tuyen tuyet uyen van viet vinh vuong xuan yen y uoc xoan khuyen huyen luyen khoat ut uu';
	it.each(names.split(' '))('%s', (word) => {
		expect(isSyllable(word)).toBe(true);
	});
	it.each([
		'',
		'ngyuen',
		'nguyn',
		'mihn',
		'minhh',
		'mibh',
		'vawn',
		'john',
		'alexander',
		'sokha',
		'lxn',
		'hoaa',
		'jean',
		'nguen',
	])('is not %j', (word) => {
		expect(isSyllable(word)).toBe(false);
	});
});
