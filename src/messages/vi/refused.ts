/** Why what was sent was not taken, before anything was done with it. */
export const refused = {
	'other-learner': {
		title: 'Người khác đang đăng nhập',
		text: 'Trang bạn vừa gửi không phải của người đang đăng nhập trên máy này. Vì vậy chưa có gì được lưu hay thay đổi.',
		more: [
			'Những gì đã lưu trước đó vẫn còn nguyên.',
			'Câu trả lời chưa gửi vẫn giữ trên máy này, chờ đúng chủ đăng nhập lại.',
		],
	},
	'signed-in-since': {
		title: 'Bạn đã đăng nhập ở chỗ khác',
		text: 'Trang bạn vừa gửi được mở từ lúc chưa đăng nhập. Vì vậy điều bạn vừa bấm chưa được lưu.',
		more: [
			'Bạn mở lại trang rồi bấm thêm một lần nữa.',
			'Nếu người đang đăng nhập không phải bạn, hãy đăng xuất trước.',
		],
	},
	'signed-out': {
		title: 'Bạn đã bị đăng xuất',
		text: 'Bạn gửi trang này sau khi đã đăng xuất, nên chưa có gì được lưu hay thay đổi.',
		more: [
			'Những gì đã lưu trước đó vẫn còn nguyên.',
			'Bạn đăng nhập rồi làm lại bước vừa rồi. Nếu chưa có tài khoản, bạn mở lại trang đó và học tiếp từ đầu.',
		],
	},
	elsewhere: {
		title: 'Chưa nhận được trang bạn gửi',
		text: 'Cùng Học không chắc trang này được gửi từ chính trang của mình, nên chưa có gì được lưu hay thay đổi.',
		more: [
			'Bạn mở lại trang đó rồi làm lại. Thường chỉ cần vậy.',
			'Nếu vẫn không được, bạn tắt tiện ích che địa chỉ trang của trình duyệt, hoặc dùng trình duyệt khác.',
			'Nếu bạn không bấm gửi gì mà vẫn thấy trang này, có thể một trang khác đã gửi thay bạn. Bạn đóng trang đó lại.',
		],
	},
	cookies: {
		title: 'Trình duyệt này chưa cho đăng nhập',
		text: 'Để nhớ bạn là ai, trang cần giữ một mẩu ghi nhớ nhỏ, gọi là cookie, trên máy. Trình duyệt này đang chặn cookie.',
		more: [
			'Nếu bạn mở trang này trong Zalo hay Facebook, hãy mở lại bằng Chrome, Cốc Cốc hoặc Safari.',
			'Hoặc mở phần cài đặt của trình duyệt, tìm chữ “cookie” hay “dữ liệu trang web”, chọn cho phép. Trên iPhone: Cài đặt, Safari, Nâng cao, tắt “Chặn tất cả cookie”.',
			'Xong rồi bạn đăng nhập lại. Nếu bạn vừa tạo tài khoản thì tài khoản đã có rồi, không cần tạo nữa.',
			'Chưa cho phép cookie, bạn vẫn đọc được mọi bài học. Chỉ là trang không nhớ bạn đã học đến đâu.',
		],
	},
	/** The title of a page whose form was refused. */
	pageTitle: (p: { title: string }) => `Lỗi: ${p.title}`,
	again: 'Mở lại trang',
	goOn: 'Học với tên đang đăng nhập',
};
