/** The start page. */
export const home = {
	title: 'Học kỹ năng số, từng bước nhỏ',
	lead: 'Bài học ngắn, chữ to, có thể nghe đọc. Học miễn phí, không cần tài khoản.',
	description:
		'Bài học ngắn về điện thoại, an toàn trên mạng và trí tuệ nhân tạo, cho mọi người. Học miễn phí, không cần tài khoản.',
	who: 'Bạn là ai?',
	whoHint: 'Chọn một, chúng tôi chỉ bạn bắt đầu từ đâu.',
	allCourses: 'Xem tất cả khóa học',
	continueTitle: 'Học tiếp',
	how: 'Học thế nào?',
	steps: [
		'Chọn một khóa, mở bài đầu tiên.',
		'Đọc hoặc nghe, rồi làm thử ngay trên máy của bạn.',
		'Bấm “Học xong” để sang bài sau. Học đủ và đạt bài kiểm tra thì nhận giấy chứng nhận.',
	],
	help: 'Xem cách học',
	verifyTitle: 'Kiểm tra giấy chứng nhận',
	verifyText: 'Ai cũng kiểm tra được một giấy chứng nhận là thật hay không: quét mã trên giấy hoặc gõ số.',
	verify: 'Gõ số để kiểm tra',
	helpersTitle: 'Bạn giúp người khác học?',
	helpersText: 'Vài lời cho tình nguyện viên, con cháu, và tổ công nghệ số cộng đồng.',
	helpers: 'Đọc lời khuyên',
};
