import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkIssuer } from '#server/certificates/issuer-check.ts';
import { ConfigError, projectRoot, readConfig } from '#server/config.ts';
import { pngOf } from '#server/issuer.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const png = readFileSync(path.join(projectRoot, 'static/icon-192.png'));

let folder: string;
const put = (name: string, content: string | Buffer) => {
	writeFileSync(path.join(folder, name), content);
	return path.join(folder, name);
};
beforeAll(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-issuer-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const mistakesIn = async (env: Record<string, string>) => {
	try {
		await checkIssuer(readConfig(env).issuer);
		return [];
	} catch (error) {
		if (error instanceof ConfigError) return error.mistakes;
		throw error;
	}
};

describe('the issuer', () => {
	it('is whatever was set, without blanks around it', async () => {
		const env = {
			ISSUER_NAME: ' Hội Nông dân ',
			ISSUER_UNIT: 'Chi hội ấp 3',
			ISSUER_TITLE: 'Chi hội trưởng',
			ISSUER_SIGNATORY: 'ចៅ សុខា',
		};
		expect(readConfig(env).issuer).toEqual({
			name: 'Hội Nông dân',
			unit: 'Chi hội ấp 3',
			title: 'Chi hội trưởng',
			signatory: 'ចៅ សុខា',
			logo: null,
		});
		expect(await mistakesIn(env)).toEqual([]);
	});

	it('may have a mark: an SVG as it is, a PNG at its own size; the path counts from the project', async () => {
		expect(
			readConfig({ ISSUER_LOGO: put('a.svg', `\ufeff<?xml version="1.0"?>\n${svg}`) }).issuer.logo,
		).toContain(svg);
		const { logo } = readConfig({ ISSUER_LOGO: 'static/icon-192.png' }).issuer;
		expect(logo).toContain('viewBox="0 0 192 192"');
		expect(pngOf(logo!)).toEqual(png);
		expect(pngOf(svg)).toBeNull();
		expect(await mistakesIn({ ISSUER_LOGO: put('b.svg', svg) })).toEqual([]);
		expect(await mistakesIn({ ISSUER_LOGO: put('any-name', png) })).toEqual([]);
	});
});

describe('what cannot be used of it is said at start, with the variable, the file and the reason', () => {
	it.each<[string, () => Record<string, string>, string]>([
		[
			'a long name',
			() => ({ ISSUER_NAME: 'a'.repeat(151) }),
			'ISSUER_NAME: 151 characters are too many for the paper; use up to 150.',
		],
		['a long title', () => ({ ISSUER_TITLE: 'a'.repeat(81) }), 'ISSUER_TITLE: 81 characters are too many'],
		['two lines', () => ({ ISSUER_UNIT: 'a\nb' }), 'ISSUER_UNIT: write it in one line.'],
		[
			'letters that no font has',
			() => ({ ISSUER_SIGNATORY: '阮文三' }),
			'ISSUER_SIGNATORY: the paper’s fonts cannot show 阮 文 三.',
		],
		[
			'no such file',
			() => ({ ISSUER_LOGO: path.join(folder, 'khong-co.svg') }),
			'khong-co.svg is not there.',
		],
		[
			'a folder',
			() => (mkdirSync(path.join(folder, 'thu-muc')), { ISSUER_LOGO: path.join(folder, 'thu-muc') }),
			'thu-muc is no file.',
		],
		[
			'a photo',
			() => ({ ISSUER_LOGO: put('anh.jpg', Buffer.from('ffd8ffe000104a46', 'hex')) }),
			'anh.jpg is neither an SVG nor a PNG.',
		],
		[
			'a page',
			() => ({ ISSUER_LOGO: put('trang.svg', '<html></html>') }),
			'trang.svg is neither an SVG nor a PNG.',
		],
		[
			'an SVG without its namespace',
			() => ({ ISSUER_LOGO: put('khong.svg', '<svg viewBox="0 0 1 1"/>') }),
			'khong.svg is neither',
		],
		[
			'a broken SVG',
			() => ({ ISSUER_LOGO: put('hong.svg', svg.replace('</svg>', '')) }),
			'hong.svg is an SVG with a mistake: 1:',
		],
		[
			'an SVG without a size',
			() => ({ ISSUER_LOGO: put('0.svg', svg.replace('viewBox="0 0 9 9"', 'width="0" height="0"')) }),
			'ISSUER_LOGO: it cannot be printed: ',
		],
		[
			'half a PNG',
			() => ({ ISSUER_LOGO: put('nua.png', png.subarray(0, 900)) }),
			'ISSUER_LOGO: it cannot be printed: the PNG is broken',
		],
		[
			'the head of a PNG',
			() => ({ ISSUER_LOGO: put('dau.png', png.subarray(0, 20)) }),
			'dau.png is a PNG that cannot be read.',
		],
		[
			'a heavy file',
			() => ({ ISSUER_LOGO: put('nang.svg', svg + ' '.repeat(300 * 1024)) }),
			'nang.svg weighs 301 KB; use a file of up to 200 KB.',
		],
	])('%s', async (_, env, said) => {
		const mistakes = await mistakesIn(env());
		expect(mistakes).toHaveLength(1);
		expect(mistakes[0]).toMatch(/^ISSUER_[A-Z]+: /);
		expect(mistakes[0]).toContain(said);
	});

	it('together with all other mistakes', async () => {
		expect(
			await mistakesIn({ PORT: 'x', ISSUER_NAME: 'a'.repeat(200), ISSUER_LOGO: '/khong-co' }),
		).toHaveLength(3);
	});
});
