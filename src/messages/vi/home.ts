/** The start page. */
export const home = {
	/** The movement, by its name. */
	movement: 'Bình dân học vụ số',
	title: 'Học kỹ năng số, từng bước nhỏ',
	lead: 'Bài học ngắn, chữ to, có thể nghe đọc. Học miễn phí, không cần tài khoản.',
	description:
		'Bài học ngắn về điện thoại, an toàn trên mạng và trí tuệ nhân tạo, cho mọi người. Học miễn phí, không cần tài khoản.',
	continueOpenQuiz: 'Làm tiếp bài kiểm tra',
	finished: 'Bạn đã học xong khóa này và có giấy chứng nhận.',
	yourGroup: 'Nhóm của bạn',
	groupSoon: 'Khóa riêng đang được soạn',
	who: 'Bạn thuộc nhóm nào?',
	whoHint: 'Chọn một, chúng tôi chỉ bạn bắt đầu từ đâu.',
	allCourses: 'Xem tất cả khóa học',
	continueTitle: 'Học tiếp',
	groupTitle: 'Đang soạn cho nhóm này',
	groupLead: 'Khóa học riêng cho nhóm của bạn đang được soạn, chưa có ngày ra mắt.',
	groupTopics: {
		students: 'Tìm và kiểm tra thông tin, học trên mạng an toàn, dùng AI đúng cách khi học.',
		cooperatives: 'Bán hàng trên mạng, nhận tiền bằng mã QR, tránh bị lừa khi buôn bán.',
		other: 'Những kỹ năng số cần nhất trong việc hằng ngày.',
	},
	groupNow: 'Học được ngay',
	groupNowIntro: 'Các khóa này mở cho mọi người, không cần tài khoản.',
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
