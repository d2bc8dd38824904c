/** The settings page. */
export const settings = {
	title: 'Cài đặt',
	intro: 'Chọn xong, bấm Lưu. Máy này sẽ nhớ.',
	introSignedIn: 'Chọn xong, bấm Lưu. Lần sau bạn đăng nhập ở đâu cũng vậy.',
	language: 'Ngôn ngữ',
	textSize: 'Cỡ chữ',
	textSizes: { normal: 'Chữ vừa', large: 'Chữ to' },
	theme: 'Nền trang',
	themes: { auto: 'Theo máy của tôi', light: 'Nền sáng', dark: 'Nền tối' },
	save: 'Lưu',
	saved: 'Đã lưu.',
	codes: 'Mã khôi phục đã tạo cho tài khoản này',
	codesText:
		'Ai có mã đều đặt lại được mật khẩu của bạn. Thấy mã mà bạn không nhờ, hãy báo người quản lý trang.',
};
