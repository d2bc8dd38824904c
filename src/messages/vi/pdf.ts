/** Words of the printed certificate. */

const tiers = ['Cơ bản', 'Trung cấp', 'Nâng cao', 'Chuyên sâu'];

export const pdf = {
	site: 'Cùng Học',
	tagline: 'Cùng nhau học kỹ năng số',
	certificate: 'Giấy chứng nhận',
	awardedTo: 'Trao cho',
	completedCourse: 'đã hoàn thành khóa học',
	skills: 'Những kỹ năng đã đạt',
	level: (p: { level: number }) => {
		const tier = tiers[Math.ceil(p.level / 2) - 1];
		return tier === undefined ? `Bậc\u00a0${p.level}` : `${tier}, bậc\u00a0${p.level}`;
	},
	moreSkills: (p: { n: number }) => `và ${p.n} kỹ năng khác, xem ở trang kiểm tra`,
	completedOn: 'Hoàn thành',
	issuedOn: 'Ngày cấp',
	validity: 'Thời hạn',
	validUntil: (p: { date: string }) => `đến ${p.date}`,
	noExpiry: 'không thời hạn',
	test: 'Bài kiểm tra',
	tests: { room: 'có người coi thi', helper: 'có người xác nhận', none: 'tự làm tại nhà' },
	serial: 'Số hiệu',
	verify:
		'Quét mã QR hoặc mở địa chỉ này để kiểm tra. Tên, khóa học và số hiệu hiện ra phải giống trên giấy.',
	verifyBySerial:
		'Mở trang Cùng Học, chọn “Kiểm tra giấy chứng nhận” và gõ số hiệu này. Tên, khóa học và số hiệu hiện ra phải giống trên giấy.',
	seal: '(ký tên, đóng dấu)',
	fingerprint: 'Dấu vân tay số (SHA-256)',
	qrAlt: 'Mã QR mở trang kiểm tra giấy chứng nhận này',
	logoAlt: 'Biểu trưng của nơi cấp',
	markAlt: 'Biểu tượng Cùng Học',
	revoked: { mark: 'Đã thu hồi', line: (p: { date: string }) => `Giấy này đã bị thu hồi ${p.date}.` },
	superseded: {
		mark: 'Đã thay thế',
		line: (p: { serial: string }) => `Giấy này đã được thay bằng giấy số ${p.serial}.`,
	},
	expired: { mark: 'Đã hết hạn', line: (p: { date: string }) => `Giấy này đã hết hạn từ ${p.date}.` },
};
