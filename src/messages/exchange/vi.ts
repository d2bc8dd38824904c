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
};

export type ExchangeMessages = typeof vi;
