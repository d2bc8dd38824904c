/** For those who teach, and administrators: what waits for them, and what results say. */
export const teach = {
	title: 'Dành cho người dạy',
	lead: 'Xem người học làm bài ra sao, và câu hỏi nào cần sửa.',
	teacherOnly: 'Trang này dành cho người dạy khóa học và người quản trị.',
	cardText: 'Những việc của người dạy và người quản trị.',
	open: 'Mở trang người dạy',

	analysisTitle: 'Kết quả các bài kiểm tra',
	analysisText: 'Bao nhiêu người đạt, câu nào khó, câu nào có thể sai đáp án.',
	analysisLead: 'Chọn một bài để xem. Ở đây có các khóa mà bạn được xem kết quả.',
	analysisNone: 'Chưa có bài nào để xem.',
	withdrawn: 'Khóa này đã ngừng.',
};
