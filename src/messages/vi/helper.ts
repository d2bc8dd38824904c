/** For helpers: the people they look after. */
export const helper = {
	title: 'Người tôi giúp',
	lead: 'Những người bạn đã đăng ký giúp, và những người được giao cho bạn.',
	listTitle: 'Danh sách',
	none: 'Danh sách chưa có ai.',
	noName: 'Chưa có tên',
	username: (p: { username: string }) => `Tên đăng nhập: ${p.username}`,
	makeCode: 'Tạo mã',
	makeCodeFor: (p: { name: string }) => `Tạo mã cho ${p.name}`,

	registerTitle: 'Đăng ký người mới',
	registerLead: 'Không cần thư điện tử hay số điện thoại. Người học tự đặt mật khẩu sau, bằng mã bạn tạo.',
	name: 'Họ và tên của người học',
	nameHint: 'Như người học muốn in trên giấy chứng nhận.',
	wantedUsername: 'Tên đăng nhập',
	wantedUsernameHint: 'Để trống thì trang đặt giúp một tên dễ gõ.',
	language: 'Ngôn ngữ của người học',
	register: 'Đăng ký',
	registered: (p: { name: string }) => `Đã đăng ký ${p.name}`,
	registeredText: (p: { username: string }) =>
		`Tên đăng nhập là ${p.username}. Bạn chép ra giấy cho người học.`,
	registeredNext: 'Tạo mã để đặt mật khẩu',

	giveTitle: 'Giao người học',
	giveLead: 'Người phụ trách thấy tên người học trong danh sách của mình và tạo được mã khôi phục cho họ.',
	learner: 'Tên đăng nhập của người học',
	carer: 'Tên đăng nhập của người phụ trách',
	give: 'Giao',
	end: 'Thôi giao',
	given: (p: { username: string; carer: string }) => `Đã giao ${p.username} cho ${p.carer}`,
	ended: (p: { username: string; carer: string }) => `${p.username} không còn trong danh sách của ${p.carer}`,
};
