/** Headings end no line within a Vietnamese word of several syllables. */
import { expect, it } from 'vitest';
import { joinCompounds } from '#lib/compounds.ts';
import { compounds } from '#messages/compounds.ts';

const seen = (html: string) => joinCompounds(html).replaceAll('\u00a0', '_');

it.each([
	['<h1>Giấy chứng nhận của tôi</h1>', '<h1>Giấy_chứng_nhận của tôi</h1>'],
	[
		'<h2 id="a b"><a href="/x">Kiểm tra giấy chứng nhận</a></h2>',
		'<h2 id="a b"><a href="/x">Kiểm_tra giấy_chứng_nhận</a></h2>',
	],
	['<legend>Bài kiểm tra</legend>', '<legend>Bài_kiểm_tra</legend>'],
	['<h3>Nơi có thể\nđến</h3>', '<h3>Nơi có_thể\nđến</h3>'],
	[
		'<a href="/x" class="button main s-1" aria-label="Giấy chứng nhận"><span>Nhận giấy chứng nhận</span></a>',
		'<a href="/x" class="button main s-1" aria-label="Giấy chứng nhận"><span>Nhận giấy_chứng_nhận</span></a>',
	],
	['<button>Đăng nhập</button>', '<button>Đăng_nhập</button>'],
	[
		'<a href="/x" class="tile"><img alt=""><strong>Cán bộ, công chức</strong></a>',
		'<a href="/x" class="tile"><img alt=""><strong>Cán_bộ, công_chức</strong></a>',
	],
	['<a class="alone">Giấy chứng nhận</a>', '<a class="alone">Giấy chứng nhận</a>'],
	['<p>Giấy chứng nhận</p>', '<p>Giấy chứng nhận</p>'],
	['<h1>Học phiếu kiểm trang</h1>', '<h1>Học phiếu kiểm trang</h1>'],
])('%s', (html, joined) => {
	expect(seen(html)).toBe(joined);
});

it('each word stands in the list once, in composed letters, and is short enough for a narrow screen', () => {
	expect(new Set(compounds).size).toBe(compounds.length);
	for (const word of compounds) expect(word.normalize('NFC')).toBe(word);
	expect(compounds.filter((word) => word.length > 15 || !word.includes(' '))).toEqual([]);
});
