/** What `analyse` says to whoever brings results from elsewhere, in Vietnamese or English (by LANG). */
import { commandLocale } from './commands.ts';
import { analysis as english } from './en/analysis.ts';
import { analysis as vietnamese } from './vi/analysis.ts';

const vi = {
	needFile: 'Cần tên tệp CSV. Ví dụ: analyse diem.csv --json',
	unreadable: (p: { file: string }) => `Không đọc được tệp ${p.file}.`,
	tooBig: (p: { file: string; limit: number }) =>
		`Tệp ${p.file} quá lớn: nhiều nhất ${p.limit.toLocaleString('vi')} KB.`,
	notText: (p: { file: string }) =>
		`${p.file} không phải tệp chữ UTF-8. Hãy lưu lại bằng “CSV UTF-8” rồi thử lại.`,
	empty: (p: { file: string }) => `${p.file} trống: cần một dòng tên câu hỏi, rồi mỗi người một dòng.`,
	noPeople: (p: { file: string }) => `${p.file} chỉ có dòng tên câu hỏi, chưa có người nào.`,
	noItems: (p: { file: string }) => `${p.file} không có cột câu hỏi nào.`,
	ragged: (p: { file: string; line: number; found: number; expected: number }) =>
		`${p.file}, dòng ${p.line}: có ${p.found} ô, dòng đầu có ${p.expected} ô.`,
	quotes: (p: { file: string; line: number }) =>
		`${p.file}, dòng ${p.line}: dấu ngoặc kép không khớp. Mở ra thì phải đóng lại.`,
	noName: (p: { file: string; column: number }) => `${p.file}, dòng 1: cột ${p.column} không có tên.`,
	twice: (p: { file: string; item: string }) => `${p.file}, dòng 1: có hai cột tên “${p.item}”.`,
	notNumber: (p: { file: string; line: number; item: string; text: string }) =>
		`${p.file}, dòng ${p.line}, cột “${p.item}”: “${p.text}” không phải là điểm. Nếu tệp ghi câu trả lời, hãy thêm --key <tệp đáp án>.`,
	negative: (p: { file: string; line: number; item: string; text: string }) =>
		`${p.file}, dòng ${p.line}, cột “${p.item}”: điểm ${p.text} nhỏ hơn 0.`,
	aboveMax: (p: { file: string; line: number; item: string; text: string; max: number }) =>
		`${p.file}, dòng ${p.line}, cột “${p.item}”: điểm ${p.text} lớn hơn điểm cao nhất ${p.max}.`,
	badMax: (p: { text: string }) => `--max ${p.text}: cần một số lớn hơn 0.`,
	badModel: (p: { text: string }) => `--irt ${p.text}: chọn 1pl hoặc 2pl.`,
	badFirst: (p: { text: string }) => `--first ${p.text}: chọn names (tên người) hoặc item (câu hỏi).`,
	noKey: (p: { file: string; item: string }) => `${p.file} không có đáp án của câu “${p.item}”.`,
	maxWithKey: 'Đã có --key thì không dùng --max: mỗi câu 1 điểm.',
	title: (p: { people: number; items: number }) => `${p.people} người làm, ${p.items} câu`,
	fine: 'Chưa thấy câu nào cần xem lại.',
	few: (p: { people: number }) => `Mới có ${p.people} người làm: các số dưới đây chưa chắc chắn.`,
	finding: vietnamese.finding,
	reliability: (p: { alpha: string; error: string }) =>
		`Độ tin cậy (alpha) ${p.alpha}; sai số của điểm một người khoảng ${p.error} điểm.`,
	noReliability: 'Chưa tính được độ tin cậy (alpha): cần ít nhất hai người, hai câu và điểm khác nhau.',
	scores: (p: { mean: string; deviation: string; max: string }) =>
		`Điểm trung bình ${p.mean} trên ${p.max}, độ lệch chuẩn ${p.deviation}.`,
	model: (p: { model: string; logLikelihood: string }) =>
		`Mô hình ${p.model}: log-likelihood ${p.logLikelihood}.`,
	noModel: (p: { model: string }) =>
		`Không ước lượng được mô hình ${p.model}: cần ít nhất hai câu có người đúng, có người sai.`,
	unsettled: (p: { model: string }) => `Mô hình ${p.model} chưa hội tụ: các tham số chưa chắc chắn.`,
	columns: {
		item: 'câu',
		people: 'người',
		facility: 'dễ %',
		deviation: 'lệch',
		discrimination: 'phân biệt',
		efficiency: 'hiệu quả',
		slope: 'a',
		difficulty: 'b',
	},
};

export type AnalysingMessages = typeof vi;

const en: AnalysingMessages = {
	needFile: 'The name of a CSV file is needed. Example: analyse scores.csv --json',
	unreadable: (p) => `The file ${p.file} cannot be read.`,
	tooBig: (p) => `The file ${p.file} is too big: at most ${p.limit.toLocaleString('en')} KB.`,
	notText: (p) => `${p.file} is not UTF-8 text. Save it as “CSV UTF-8” and try again.`,
	empty: (p) => `${p.file} is empty: it needs a line with the names of the items, then a line a person.`,
	noPeople: (p) => `${p.file} has the names of the items only, and no people.`,
	noItems: (p) => `${p.file} has no column with an item.`,
	ragged: (p) => `${p.file}, line ${p.line}: it has ${p.found} cells, the first line has ${p.expected}.`,
	quotes: (p) => `${p.file}, line ${p.line}: quotation marks do not match. One that opens must be closed.`,
	noName: (p) => `${p.file}, line 1: column ${p.column} has no name.`,
	twice: (p) => `${p.file}, line 1: two columns are called “${p.item}”.`,
	notNumber: (p) =>
		`${p.file}, line ${p.line}, column “${p.item}”: “${p.text}” is no score. If the file holds answers, add --key <file of keys>.`,
	negative: (p) => `${p.file}, line ${p.line}, column “${p.item}”: the score ${p.text} is below 0.`,
	aboveMax: (p) =>
		`${p.file}, line ${p.line}, column “${p.item}”: the score ${p.text} is above the highest, ${p.max}.`,
	badMax: (p) => `--max ${p.text}: it takes a number above 0.`,
	badModel: (p) => `--irt ${p.text}: choose 1pl or 2pl.`,
	badFirst: (p) => `--first ${p.text}: choose names (of people) or item.`,
	noKey: (p) => `${p.file} has no key for the item “${p.item}”.`,
	maxWithKey: 'With --key there is no --max: every item gives 1 point.',
	title: (p) =>
		`${p.people} ${p.people === 1 ? 'person' : 'people'}, ${p.items} ${p.items === 1 ? 'item' : 'items'}`,
	fine: 'No question stands out as one to look at again.',
	few: (p) =>
		`Only ${p.people} ${p.people === 1 ? 'person' : 'people'} so far: the figures below are uncertain.`,
	finding: english.finding,
	reliability: (p) =>
		`Reliability (alpha) ${p.alpha}; one person’s score is uncertain by about ${p.error} points.`,
	noReliability:
		'Reliability (alpha) cannot be told: it takes at least two people, two items, and scores that differ.',
	scores: (p) => `Mean score ${p.mean} of ${p.max}, standard deviation ${p.deviation}.`,
	model: (p) => `Model ${p.model}: log-likelihood ${p.logLikelihood}.`,
	noModel: (p) =>
		`The model ${p.model} cannot be fitted: it takes at least two items that some got right and some wrong.`,
	unsettled: (p) => `The model ${p.model} has not settled: its parameters are uncertain.`,
	columns: {
		item: 'item',
		people: 'people',
		facility: 'easy %',
		deviation: 'sd',
		discrimination: 'discrim.',
		efficiency: 'effic.',
		slope: 'a',
		difficulty: 'b',
	},
};

export function messagesForAnalysing(lang: string | undefined): AnalysingMessages {
	return commandLocale(lang) === 'en' ? en : vi;
}
