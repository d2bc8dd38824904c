import { checkCharacter, readSerial, serialAlphabet, serialFrom } from '#domain/certificates.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const symbols = [...serialAlphabet];
const anySerial = fc.uint8Array({ minLength: 8, maxLength: 16 }).map(serialFrom);
const bare = (serial: string) => serial.replaceAll('-', '');

describe('serialFrom', () => {
	it.each([
		[[0, 0, 0, 0, 0, 0, 0, 0], '0000-0000-0000-0'],
		[[255, 255, 255, 255, 255, 255, 255, 255], 'ZZZZ-ZZZZ-ZZZZ'],
		[[0, 0, 0, 0, 0, 0, 0, 0x10], '0000-0000-0001'],
		[[0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42, 0x10], '1111-1111-1111'],
		[[0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6], '0123-4567-89AB'],
	])('writes the first 60 bits of %j as %s', (bytes, serial) => {
		expect(serialFrom(Uint8Array.from(bytes)).startsWith(serial)).toBe(true);
	});

	it('has the form that people are shown, and reads back', () => {
		fc.assert(
			fc.property(anySerial, (serial) => {
				expect(serial).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]$/);
				expect(readSerial(serial)).toBe(serial);
			}),
		);
	});

	it('keeps serials apart whose first 60 bits differ, and looks at no further byte', () => {
		const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });
		const bits = (array: Uint8Array) => [...array.subarray(0, 7), (array[7] ?? 0) >> 4].join();
		fc.assert(
			fc.property(bytes, bytes, (one, other) => {
				expect(serialFrom(one) === serialFrom(other)).toBe(bits(one) === bits(other));
				expect(serialFrom(Uint8Array.from([...one, 1, 2, 3]))).toBe(serialFrom(one));
			}),
		);
		fc.assert(
			fc.property(bytes, fc.nat(59), (one, bit) => {
				const other = Uint8Array.from(one);
				other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
				expect(serialFrom(other)).not.toBe(serialFrom(one));
			}),
		);
	});

	it.each([0, 1, 7])('refuses %s bytes', (length) => {
		expect(() => serialFrom(new Uint8Array(length))).toThrow(RangeError);
	});
});

describe('checkCharacter', () => {
	it('is a total anti-symmetric quasigroup of order 32, tried on every pair and triple', () => {
		// What Damm's theorem asks: unique division, x * x = 0, and (c * x) * y = (c * y) * x only for x = y.
		const step = (interim: number, symbol: number) => {
			// The check character of two symbols, the first chosen so that the interim digit is the one wanted.
			const first = symbols.find((each) => checkCharacter(each) === symbols[interim]) ?? '';
			return serialAlphabet.indexOf(checkCharacter(first + symbols[symbol]));
		};
		const table = symbols.map((_, row) => symbols.map((__, column) => step(row, column)));
		const at = (row: number, column: number) => table[row]?.[column] ?? NaN;
		const all = symbols.map((_, index) => index);
		for (const x of all) {
			expect(new Set(all.map((y) => at(x, y))).size).toBe(32);
			expect(new Set(all.map((y) => at(y, x))).size).toBe(32);
			expect(at(x, x)).toBe(0);
		}
		let collisions = 0;
		for (const c of all) {
			for (const x of all) {
				for (const y of all) if (x !== y && at(at(c, x), y) === at(at(c, y), x)) collisions += 1;
			}
		}
		expect(collisions).toBe(0);
	});

	it('finds every single wrong symbol, at every place of many serials', () => {
		fc.assert(
			fc.property(anySerial, (serial) => {
				const text = bare(serial);
				for (let place = 0; place < text.length; place += 1) {
					for (const symbol of symbols) {
						if (symbol === text[place]) continue;
						expect(readSerial(text.slice(0, place) + symbol + text.slice(place + 1))).toBeNull();
					}
				}
			}),
			{ numRuns: 25 },
		);
	});

	it('finds any two symbols changed over, next to each other or apart', () => {
		fc.assert(
			fc.property(anySerial, (serial) => {
				const text = [...bare(serial)];
				for (let one = 0; one < text.length; one += 1) {
					for (let other = one + 1; other < text.length; other += 1) {
						if (text[one] === text[other]) continue;
						const swapped = [...text];
						[swapped[one], swapped[other]] = [text[other] ?? '', text[one] ?? ''];
						expect(readSerial(swapped.join(''))).toBeNull();
					}
				}
			}),
			{ numRuns: 100 },
		);
	});

	it('finds every pair of neighbours changed over, for all pairs of symbols at all places', () => {
		for (let place = 0; place < 11; place += 1) {
			for (const one of symbols) {
				for (const other of symbols) {
					if (one === other) continue;
					const head = 'V'.repeat(place);
					const tail = '7'.repeat(10 - place);
					const check = checkCharacter(head + one + other + tail);
					if (checkCharacter(head + other + one + tail) === check) expect.fail(`${one}${other} at ${place}`);
				}
			}
		}
		for (const last of symbols) {
			const body = `${'4'.repeat(11)}${last}`;
			const check = checkCharacter(body);
			if (check !== last) expect(readSerial(`${'4'.repeat(11)}${check}${last}`)).toBeNull();
		}
	});
});

describe('readSerial', () => {
	const serial = serialFrom(Uint8Array.from([0x08, 0x00, 0x10, 0x84, 0x20, 0x08, 0x42, 0x10]));
	it('is tried on a serial with noughts and ones in it', () => {
		expect(serial).toMatch(/^1001-1110-1111-.$/);
	});

	it.each<[string, (text: string) => string]>([
		['as it stands', (text) => text],
		['without hyphens', bare],
		['with spaces', (text) => text.replaceAll('-', ' ')],
		['with space around', (text) => ` ${text}\n`],
		['with other groups', (text) => bare(text).replace(/(.{3})/g, '$1-')],
		['with other hyphens', (text) => text.replaceAll('-', '\u2013')],
		['with zero-width spaces', (text) => text.replaceAll('-', '-\u200b')],
		['in small letters', (text) => text.toLowerCase()],
		['with O for 0', (text) => text.replaceAll('0', 'O')],
		['with o for 0', (text) => text.replaceAll('0', 'o')],
		['with I for 1', (text) => text.replaceAll('1', 'I')],
		['with l for 1', (text) => text.replaceAll('1', 'l')],
		['with L and i for 1', (text) => text.replace('1', 'L').replaceAll('1', 'i')],
	])('reads it %s', (_how, typed) => {
		expect(readSerial(typed(serial))).toBe(serial);
	});

	it.each([
		['nothing', ''],
		['only hyphens', '---'],
		['too short', bare(serial).slice(0, 12)],
		['too long', `${serial}0`],
		['a wrong check character', serial.slice(0, -1) + (serial.endsWith('Z') ? 'Y' : 'Z')],
		['U', `U${serial.slice(1)}`],
		['Vietnamese letters', `Đ${serial.slice(1)}`],
		['a letter that grows in capitals', `ß${bare(serial).slice(2)}`],
		['a dotless i', `ı${serial.slice(1)}`],
		['a full-width digit', `１${serial.slice(1)}`],
		['a slash', serial.replaceAll('-', '/')],
		['an address', `https://example.org/${serial}`],
	])('refuses %s', (_what, typed) => {
		expect(readSerial(typed)).toBeNull();
	});

	it('reads however it is spelled, or not at all', () => {
		const spell = (text: string, choices: number[]) =>
			[...text]
				.map((symbol, index) => {
					const choice = choices[index % choices.length] ?? 0;
					const shapes: Record<string, string> = { 0: '0Oo', 1: '1IiLl', '-': '- \u00a0' };
					const shape = shapes[symbol] ?? symbol + symbol.toLowerCase();
					return shape.charAt(choice % shape.length);
				})
				.join('');
		fc.assert(
			fc.property(anySerial, fc.array(fc.nat(9), { minLength: 1, maxLength: 16 }), (text, choices) => {
				expect(readSerial(spell(text, choices))).toBe(text);
			}),
		);
		fc.assert(
			fc.property(fc.string(), (typed) => {
				const read = readSerial(typed);
				expect(read === null || readSerial(read) === read).toBe(true);
			}),
		);
	});

	it('lets about one random try in 32 through the check, and no more', () => {
		let passed = 0;
		for (let index = 0; index < 3200; index += 1) {
			const text = String(index).padStart(12, '0') + (symbols[(index * 7) % 32] ?? '');
			if (readSerial(text) !== null) passed += 1;
		}
		expect(passed).toBeGreaterThan(60);
		expect(passed).toBeLessThan(140);
	});
});
