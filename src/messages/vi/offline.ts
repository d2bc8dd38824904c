/** Learning without a network: what lies on the device. */
export const offline = {
	title: 'Học khi không có mạng',
	lead: 'Những bài dưới đây đã ở trên máy này. Không có mạng, bạn vẫn mở được.',
	notHereTitle: 'Chưa vào được mạng',
	notHere: 'Trang bạn vừa mở chưa có trên máy này. Có mạng lại, bạn mở lại là được.',
	notSent:
		'Nếu bạn vừa bấm gửi, phần đó chưa tới nơi. Bạn bấm nút quay lại của trình duyệt, chờ có mạng rồi gửi lại.',
	again: 'Thử mở lại',
	looking: 'Đang xem máy này có gì…',
	needsScript: 'Nếu dòng trên không đổi, trình duyệt này không giữ được bài trên máy.',
	none: 'Máy này chưa có bài nào. Khi có mạng, bạn mở một bài thì bài đó ở lại trên máy. Muốn có cả khóa, bạn vào trang của khóa học rồi bấm tải.',
	cannot:
		'Trình duyệt này không giữ được bài trên máy. Bạn mở trang bằng Chrome, Safari hay Firefox, ở địa chỉ có chữ https, thì tải được.',
	courses: 'Khóa học trên máy này',
	quizzes: 'Bài kiểm tra bạn đang làm',
	toCourses: 'Xem các khóa học',
	onDevice: (p: { n: number | string; of: number | string }) => `${p.n} trên ${p.of} bài ở trên máy này`,
	keep: (p: { size: string }) => `Tải cả khóa về máy (${p.size})`,
	keepSound: (p: { size: string }) => `Tải cả khóa kèm giọng đọc (${p.size})`,
	keepWhy: 'Tải một lần khi có mạng, rồi học ở đâu cũng được.',
	fetching: (p: { n: number | string; of: number | string }) => `Đang tải: ${p.n} trên ${p.of} bài`,
	goesOn: 'Bạn cứ học tiếp, máy tự tải.',
	waiting: 'Mạng chưa ổn. Có mạng lại, máy tự tải tiếp.',
	stop: 'Dừng tải',
	addSound: (p: { size: string }) => `Tải thêm giọng đọc (${p.size})`,
	whole: 'Cả khóa đã ở trên máy này. Không có mạng vẫn học được.',
	full: (p: { size: string }) =>
		`Máy không đủ chỗ trống: cần khoảng ${p.size}. Bạn xóa bớt ảnh hay phim không dùng, rồi bấm tải lại.`,
	keepAgain: 'Tải lại',
	remove: 'Xóa khỏi máy',
	see: 'Xem những gì có trên máy này',
};
