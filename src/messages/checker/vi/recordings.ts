import { maybe } from './say.ts';

/** Recordings, and the cue files that say when which block is read. */
export const recordings = {
	'audio-broken': (p: { path: string; is?: string | undefined }) =>
		`Tệp âm thanh “${p.path}” không phát được${p.is === undefined ? ', có thể bị hỏng' : `, vì thật ra là ${p.is}`}. Hãy lưu lại thành MP3, Opus hoặc M4A.`,
	'recording-unknown': (p: {
		path: string;
		what: 'name' | 'lesson' | 'locale';
		lesson: string;
		locale: string;
		isKnown: boolean;
		known: string[];
		suggestion?: string | undefined;
	}) => {
		if (p.what === 'name')
			return `Không rõ “${p.path}” là bài ghi âm của bài nào, nên không được xuất bản. Hãy đặt tên như “media/ma-bai.vi.mp3”, hoặc dùng <Audio src="${p.path}"> trong bài.`;
		if (p.what === 'lesson')
			return `Khóa này không có bài nào mang mã “${p.lesson}”, nên “${p.path}” không được xuất bản.${maybe(p.suggestion)} Hãy đổi tên tệp theo mã bài.`;
		return p.isKnown
			? `Bài “${p.lesson}” chưa có bản tiếng “${p.locale}”, nên “${p.path}” không được xuất bản. Hãy thêm bản dịch hoặc sửa tên tệp.`
			: `“${p.locale}” không phải là mã ngôn ngữ (${p.known.join(', ')}), nên “${p.path}” không được xuất bản. Hãy sửa tên tệp.`;
	},
	'recording-twice': (p: { path: string; other: string }) =>
		`Bài này đã có bài ghi âm “${p.other}”, nên “${p.path}” không được xuất bản. Hãy xóa một trong hai.`,
	'recording-no-cues': (p: { path: string; lesson: string }) =>
		`“${p.path}” chưa có tệp mốc giờ, nên trang không tô được đoạn đang đọc, và không ai biết khi nào lời đọc đã cũ. Hãy chạy “cung-hoc record” với bài “${p.lesson}” để có tệp mốc giờ gần đúng, rồi sửa giờ cho khớp.`,
	'recording-stale': (p: { source: string; lesson: string; changed: string[]; isMachine: boolean }) =>
		`Bài (${p.source}) đã đổi sau khi ghi âm${changed(p.changed)}. Người nghe thấy một dòng báo như vậy. ${
			p.isMachine
				? `Hãy chạy lại “cung-hoc record” với bài “${p.lesson}”.`
				: 'Hãy đọc lại bài, sửa mốc giờ, xóa dòng “NOTE text” này, rồi chạy “check --fix”.'
		}`,
	'cues-alone': (p: { path: string }) =>
		`Tệp mốc giờ “${p.path}” không có bài ghi âm đi cùng, nên không được xuất bản. Hãy thêm tệp âm thanh cùng tên (mp3, opus hoặc m4a), hoặc xóa tệp này.`,
	'cues-unmarked': (p: { source: string }) =>
		`Tệp mốc giờ chưa ghi lời đọc là của bản nào của bài (${p.source}), nên không ai biết khi nào lời đọc đã cũ. Nếu lời đọc đúng như bài hiện nay, chạy “check --fix” để tự thêm dòng này.`,
	'cue-broken': () =>
		'Mốc giờ này không đọc được. Hãy viết như “00:01:02.500 --> 00:01:09.000”, với tên đoạn ở dòng ngay trên.',
	'cue-no-name': () =>
		'Mốc giờ này không có tên, nên không biết là của đoạn nào. Hãy ghi số thứ tự của đoạn ở dòng ngay trên.',
	'cue-unknown': (p: { id: string; last: number }) =>
		`Bài không có đoạn “${p.id}”. Các đoạn là “title” và từ 1 đến ${p.last}. Hãy sửa tên hoặc xóa mốc này.`,
	'cue-order': (p: { id: string }) => `Mốc của đoạn “${p.id}” kết thúc trước khi bắt đầu. Hãy sửa lại giờ.`,
	'cue-overlap': (p: { id: string; other: string }) =>
		`Đoạn “${p.id}” bắt đầu khi đoạn “${p.other}” chưa đọc xong. Hãy sửa lại giờ để hai đoạn không chồng lên nhau.`,
	'cue-past-end': (p: { id: string; seconds: number }) =>
		`Mốc của đoạn “${p.id}” nằm sau khi bài ghi âm đã hết (${p.seconds} giây). Hãy sửa lại giờ, hoặc xem tệp âm thanh có bị cắt không.`,
};

function changed(blocks: string[]): string {
	if (blocks.length === 0) return '';
	const shown = blocks.slice(0, 3).map((words) => `“${words}”`);
	const more = blocks.length > 3 ? ` và ${blocks.length - 3} đoạn khác` : '';
	return `: ${shown.join(', ')}${more}`;
}
