export const vi = {
	needQuiz: 'Cần tên tệp bài kiểm tra. Ví dụ: grade kiem-tra.quiz.md --answers tra-loi.json',
	needAnswers: 'Cần tệp câu trả lời. Ví dụ: grade kiem-tra.quiz.md --answers tra-loi.json',
	unreadable: (p: { file: string }) => `Không đọc được tệp ${p.file}.`,
	tooBig: (p: { file: string; limit: number }) =>
		`Tệp ${p.file} quá lớn: nhiều nhất ${p.limit.toLocaleString('vi')} KB.`,
	notJson: (p: { file: string; line: number; column: number }) =>
		`${p.file}:${p.line}:${p.column}: không phải JSON đúng.`,
	notAnswers: (p: { file: string }) =>
		`${p.file}: cần một đối tượng JSON, mỗi câu hỏi một dòng, như {"mat-khau": "b"}.`,
	unknownQuestion: (p: { id: string; known: string }) =>
		`Bài kiểm tra không có câu hỏi "${p.id}". Có các câu: ${p.known}.`,
	badAnswer: (p: { id: string }) =>
		`Câu trả lời cho "${p.id}" không đúng dạng. Viết như "b", ["a","c"], true, 3.5 hoặc {"trai": "phai"}.`,
	idsAdded: (p: { n: number }) =>
		`Tệp còn thiếu ${p.n} mã; đã dùng những mã mà check --fix sẽ ghi. Tệp không bị thay đổi.`,
	score: (p: { score: string; maxScore: string }) => `Tổng: ${p.score} trên ${p.maxScore} điểm`,
	needFile: 'Cần tên tệp. Ví dụ: import cau-hoi.gift --format gift --to courses/khoa-cua-toi/vi',
	badFormat: (p: { format: string; known: string }) => `Không có định dạng "${p.format}". Chọn: ${p.known}.`,
	needTo: 'Cần nơi ghi. Ví dụ: --to courses/khoa-cua-toi/vi',
	importSum: (p: { file: string; imported: number; rejected: number }) =>
		`${p.file}: nhận ${p.imported} câu hỏi, không nhận ${p.rejected} câu.`,
	notWritable: (p: { wrong: string }) => `Không viết được thành câu hỏi ở đây: ${p.wrong}`,
	/** Why a question, or the file, is not taken. */
	reasons: {
		'not-utf8': 'Tệp không ở dạng UTF-8.',
		xml: 'Tệp không phải XML đúng.',
		doctype: 'Tệp có DOCTYPE hoặc thực thể XML; không đọc, vì có thể gây hại.',
		'xml-deep': 'XML lồng nhau quá sâu.',
		'not-this-format': 'Tệp không ở định dạng đã nêu.',
		zip: 'Tệp nén bị hỏng.',
		'zip-path': 'Tệp nén có đường dẫn trỏ ra ngoài.',
		'zip-link': 'Tệp nén có liên kết tượng trưng.',
		'zip-bomb': 'Tệp nén phình ra quá lớn hoặc có quá nhiều tệp.',
		'zip-locked': 'Tệp nén có mật khẩu hoặc kiểu nén lạ.',
		csv: 'Bảng CSV không đọc được.',
		'csv-head': 'Dòng đầu của CSV cần có cột "question" và "answer".',
		essay: 'Câu tự luận: chưa có dạng này ở đây.',
		hotspot: 'Câu chọn vùng trên hình: chưa có dạng này ở đây.',
		blanks: 'Câu điền nhiều chỗ trống: chưa có dạng này ở đây.',
		description: 'Đoạn mô tả, không phải câu hỏi.',
		random: 'Câu rút ngẫu nhiên: không có câu hỏi trong tệp.',
		calculated: 'Câu tính theo công thức: ở đây không có dạng tương đương.',
		'unknown-kind': 'Dạng câu hỏi này không có ở đây.',
		'no-text': 'Câu hỏi không có lời.',
		'no-right': 'Không đáp án nào được ghi là đúng.',
		'too-few': 'Có ít hơn hai lựa chọn.',
		'bad-number': 'Đáp án không phải là một con số đọc được.',
		'several-numbers': 'Có nhiều con số đúng cách xa nhau; ở đây chỉ giữ được một khoảng.',
		wildcard: 'Đáp án đúng có dấu * thay cho chữ bất kỳ; ở đây không có.',
		'bad-words': 'Đáp án có dấu | hoặc để trống, nên không ghi lại được.',
		unclosed: 'Dấu ngoặc nhọn mở mà không đóng.',
		'answer-unread': 'Không đọc được phần đáp án.',
		'unknown-answer': 'Đáp án nêu một lựa chọn không có.',
		'same-left': 'Hai vế trái giống nhau.',
	},
	/** What of a question is no longer as it was. */
	changes: {
		executable: 'bỏ mã chạy được (script, khung nhúng, thuộc tính sự kiện)',
		picture: 'bỏ hình, âm thanh hoặc phim, chỉ giữ lời thay thế',
		link: 'bỏ liên kết không dẫn tới trang web, giữ lời',
		'title-format': 'bỏ định dạng chữ trong dòng câu hỏi',
		weights: 'bỏ điểm lẻ của từng lựa chọn; lựa chọn chỉ còn đúng hoặc sai',
		case: 'không còn phân biệt chữ hoa, chữ thường',
		unit: 'bỏ đơn vị của đáp án số',
		variants: 'bỏ đáp án chỉ được một phần điểm, hoặc có dấu *',
		feedback: 'bỏ lời nhận xét riêng của từng đáp án',
		category: 'bỏ tên nhóm câu hỏi',
		'missing-word': 'chỗ trống giữa câu viết thành _____',
		'as-words': 'các con số được so như chữ',
		'verdict-words': 'bỏ lời nhận xét chung khi đúng, khi sai',
		tags: 'bỏ các nhãn',
		'fixed-order': 'các lựa chọn không còn giữ nguyên thứ tự',
	},
};

export type ExchangeMessages = typeof vi;
