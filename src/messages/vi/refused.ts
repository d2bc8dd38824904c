/** Why what was sent was not taken, before anything was done with it. */
export const refused = {
	'other-learner': {
		title: 'Người khác đang đăng nhập',
		text: 'Trang bạn vừa gửi là của người khác với người đang đăng nhập trên máy này. Vì vậy chưa có gì được lưu hay thay đổi.',
		more: [
			'Những gì đã lưu trước đó vẫn còn nguyên.',
			'Câu trả lời chưa gửi vẫn giữ trên máy này, chờ đúng chủ đăng nhập lại.',
		],
	},
	'signed-out': {
		title: 'Bạn đã bị đăng xuất',
		text: 'Bạn gửi trang này sau khi đã đăng xuất, nên chưa có gì được lưu hay thay đổi.',
		more: ['Những gì đã lưu trước đó vẫn còn nguyên.', 'Bạn đăng nhập rồi làm lại bước vừa rồi.'],
	},
	elsewhere: {
		title: 'Chưa nhận được trang bạn gửi',
		text: 'Máy chủ không chắc trang này được gửi từ chính Cùng Học, nên chưa có gì được lưu hay thay đổi.',
		more: [
			'Bạn mở lại trang đó rồi làm lại. Thường chỉ cần vậy.',
			'Nếu vẫn không được, bạn tắt tiện ích che địa chỉ trang của trình duyệt, hoặc dùng trình duyệt khác.',
			'Nếu bạn không bấm gửi gì mà vẫn thấy trang này, có thể một trang khác đã gửi thay bạn. Bạn đóng trang đó lại.',
		],
	},
	again: 'Mở lại trang đó',
	goOn: 'Học với tên đang đăng nhập',
};
