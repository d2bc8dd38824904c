/** Error pages. */
export const error = {
	notFound: {
		title: 'Không thấy trang này',
		text: 'Có thể đường dẫn bị thiếu chữ, hoặc trang đã đổi chỗ.',
	},
	signedOut: {
		title: 'Trang này cần đăng nhập',
		text: 'Hãy đăng nhập rồi mở lại, hoặc quay về trang đầu.',
	},
	notAllowed: {
		title: 'Trang này dành cho người khác',
		text: 'Tài khoản này không mở được trang này. Nếu cần vào, hãy nhờ người quản trị giao quyền.',
	},
	tooMany: {
		title: 'Hơi nhanh quá',
		text: 'Có nhiều yêu cầu trong một lúc. Hãy chờ một phút rồi thử lại.',
	},
	notSent: {
		title: 'Trang này không gửi được',
		text: 'Chưa có gì được lưu. Hãy mở lại trang rồi làm lại.',
	},
	broken: {
		title: 'Trang đang trục trặc',
		text: 'Lỗi ở phía chúng tôi. Hãy chờ một lát rồi mở lại trang.',
	},
	again: 'Mở lại trang này',
	home: 'Về trang đầu',
	courses: 'Xem các khóa học',
	signIn: 'Đăng nhập',
};
