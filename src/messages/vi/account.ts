/** Signing up, in and out; recovering an account. */
export const account = {
	username: 'Tên đăng nhập',
	usernameHint: 'Từ 3 chữ trở lên, không có dấu cách. Ví dụ: ba-tam, nguyenvan.an',
	password: 'Mật khẩu',
	passwordHint:
		'Từ 8 ký tự trở lên. Ghép ba từ bạn dễ nhớ mà người khác khó đoán, ví dụ ba thứ bạn thấy quanh mình.',
	newPassword: 'Mật khẩu mới',
	show: 'Hiện mật khẩu',
	hide: 'Che mật khẩu',
	displayName: 'Họ và tên',
	displayNameHint: 'Như bạn muốn ghi trên giấy chứng nhận.',
	group: 'Bạn thuộc nhóm nào?',
	groupHint: 'Để gợi ý khóa học hợp với bạn.',
	noGroup: 'Không chọn',
	shared: 'Đây là máy dùng chung',
	sharedHint: 'Máy tự đăng xuất sau 30 phút không ai dùng.',
	codeMade: {
		title: 'Có người đã tạo mã khôi phục cho tài khoản của bạn',
		line: (p: { by: string; time: string; date: string }) => `${p.by}, lúc ${p.time} ${p.date}`,
		operator: 'Người vận hành trang',
		text: 'Nếu bạn đã nhờ việc này thì không sao. Nếu không, hãy báo ngay cho người quản lý trang.',
		seen: 'Đã biết',
	},

	/** To a guest whose session ends by itself. */
	sharedGuest: {
		text: 'Bạn chưa có tài khoản: nếu đăng xuất, hoặc 30 phút không ai dùng, thì không mở lại được việc học này.',
		keep: 'Tạo tài khoản để giữ lại',
	},

	signUp: 'Tạo tài khoản',
	signUpLead: 'Không cần số điện thoại, không cần thư điện tử.',
	signUpGuest: 'Những gì bạn đã học trên máy này đều được giữ lại trong tài khoản.',
	haveAccount: 'Bạn đã có tài khoản?',
	hasAccountNow: (p: { username: string }) => `Bạn đang đăng nhập với tên ${p.username}`,
	goOnAsThis: 'Học tiếp với tài khoản này',
	hasAccountText: 'Muốn tạo tài khoản cho người khác, bạn đăng xuất trước.',

	signIn: 'Đăng nhập',
	signInLead: 'Đăng nhập để học tiếp từ chỗ đã học.',
	signInGuest: 'Việc học trên máy này chưa gắn với tài khoản nào',
	signInGuestText:
		'Đăng nhập xong, trang này hỏi bạn có đưa việc học đó vào tài khoản không. Chưa có tài khoản thì bạn tạo mới, mọi thứ được giữ lại.',
	noAccount: 'Bạn chưa có tài khoản?',
	forgot: 'Quên mật khẩu',

	signOut: 'Đăng xuất',
	signOutQuestion: 'Bạn muốn đăng xuất?',
	signOutText: 'Việc học của bạn vẫn còn. Lần sau đăng nhập là học tiếp được.',
	signOutGuestTitle: 'Bạn chưa có tài khoản',
	signOutGuestText:
		'Nếu rời đi bây giờ, không ai mở lại được việc học trên máy này, kể cả bạn. Muốn giữ, bạn tạo tài khoản trước.',
	signOutGuest: 'Rời đi, không giữ lại',
	everywhere: 'Đăng xuất khỏi mọi máy',
	everywhereText: 'Dùng khi bạn mất máy, hoặc quên đăng xuất ở máy khác.',
	signedOut: 'Bạn đã đăng xuất',
	signedOutText: 'Người khác dùng máy này không thấy việc học của bạn.',
	notSignedIn: 'Bạn đang không đăng nhập.',
	goOn: 'Học tiếp',

	recover: 'Đặt lại mật khẩu',
	recoverLead: 'Bạn cần một mã dùng một lần.',
	recoverWho: 'Xin mã ở đâu?',
	recoverWhoText:
		'Bạn hỏi tình nguyện viên phụ trách lớp học, tổ công nghệ số cộng đồng, hoặc người quản lý trang này. Họ tạo mã cho bạn sau khi biết chắc đúng là bạn.',
	recoverWhoSafe: 'Không ai cần biết mật khẩu của bạn, kể cả người cho mã.',
	code: 'Mã khôi phục',
	codeHint: 'Mười chữ và số. Viết hoa hay thường, có gạch ngang hay không đều được.',
	recoverSubmit: 'Đặt mật khẩu mới',
	recoverAfter: 'Đặt xong, bạn được đăng nhập ở máy này và bị đăng xuất ở các máy khác.',

	helperTitle: 'Tạo mã khôi phục',
	helperLead: 'Cho người học quên mật khẩu. Mã dùng được một lần, trong 24 giờ.',
	helperCheckTitle: 'Trước khi tạo mã',
	helperCheck: [
		'Biết chắc đây đúng là chủ tài khoản: bạn quen mặt, hoặc có người quen xác nhận.',
		'Chỉ đưa mã tận tay hoặc đọc tận tai. Đừng nhắn mã qua nhóm chung.',
		'Để người học tự gõ mật khẩu mới. Bạn quay đi chỗ khác.',
	],
	helperMake: 'Tạo mã',
	helperMade: (p: { username: string }) => `Mã cho ${p.username}`,
	helperMadeText: 'Trang này chỉ hiện mã một lần. Bạn chép ra giấy ngay.',
	helperGone: 'Mã đã hiện một lần',
	helperGoneText: 'Nếu chưa kịp chép, bạn tạo mã khác. Mã trước sẽ hết dùng được.',
	helperUntil: (p: { time: string; date: string }) => `Dùng được đến ${p.time} ${p.date}.`,
	helperNext: 'Người học mở trang này, gõ tên đăng nhập, mã và mật khẩu mới:',
	helperOnly: 'Trang này dành cho người phụ trách lớp học và người quản lý.',
};
