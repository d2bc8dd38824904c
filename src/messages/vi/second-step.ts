/** Signing in by two steps: the password, and a code of an app. */
export const secondStep = {
	title: 'Đăng nhập hai bước',
	lead: 'Ngoài mật khẩu, mỗi lần đăng nhập cần thêm một mã trên điện thoại của bạn. Người khác biết mật khẩu cũng không vào được.',
	advised: 'Bạn nên bật đăng nhập hai bước',
	advisedText: 'Bạn là người quản trị. Ai vào được tài khoản của bạn thì mở được tài khoản của nhiều người.',
	needed: 'Cần bật đăng nhập hai bước',
	neededText:
		'Ở trang này, người quản trị phải đăng nhập hai bước thì mới dùng được quyền quản trị. Việc học của bạn vẫn như cũ.',
	open: 'Xem cách bật',

	before: 'Trước khi bật',
	beforeText:
		'Bạn cần một ứng dụng tạo mã trên điện thoại. Nếu chưa có, hãy tìm chữ Authenticator trong kho ứng dụng.',
	begin: 'Bắt đầu',

	scan: '1. Thêm tài khoản vào ứng dụng',
	scanText: 'Trong ứng dụng, chọn thêm tài khoản rồi quét hình này.',
	qr: 'Mã QR để thêm tài khoản vào ứng dụng',
	onThisDevice: 'Mở ứng dụng trên máy này',
	typeText: 'Nếu không quét được, hãy gõ dãy này vào ứng dụng, loại mã theo thời gian:',
	confirm: '2. Gõ mã trong ứng dụng',
	code: 'Mã sáu chữ số',
	codeHint: 'Ứng dụng đổi mã 30 giây một lần.',
	turnOn: 'Bật đăng nhập hai bước',
	turnOnAfter: 'Bật xong, bạn bị đăng xuất ở các máy khác.',

	codes: 'Mã dự phòng của bạn',
	isOn: 'Đã bật đăng nhập hai bước',
	renewed: 'Đã tạo mã mới, mã cũ không dùng được nữa',
	codesText:
		'Khi không có điện thoại bên mình, bạn dùng một mã dự phòng. Mỗi mã dùng được một lần. Trang này chỉ hiện mã một lần: bạn chép ra giấy hoặc in ra ngay, rồi cất xa điện thoại.',
	kept: 'Tôi đã cất mã',

	on: 'Đang bật',
	since: 'Bật từ',
	left: (p: { n: number }) => `Còn ${p.n} mã dự phòng.`,
	few: 'Sắp hết mã dự phòng',
	fewText: 'Bạn nên tạo mã mới ngay bây giờ, khi còn điện thoại bên mình.',
	change: 'Thay đổi',
	changeText: 'Mã dự phòng mới thay hết mã cũ. Khi đổi điện thoại, bạn tắt rồi bật lại trên điện thoại mới.',
	anyCode: 'Mã trong ứng dụng, hoặc một mã dự phòng',
	renew: 'Tạo mã dự phòng mới',
	end: 'Tắt đăng nhập hai bước',
	ended: 'Đã tắt đăng nhập hai bước.',
	lost: 'Nếu mất cả điện thoại lẫn mã dự phòng, chỉ người vận hành trang này gỡ được cho bạn, sau khi biết chắc đúng là bạn.',

	signIn: 'Bước hai: gõ mã',
	signInLead: 'Mở ứng dụng tạo mã trên điện thoại, gõ mã sáu chữ số của trang này.',
	backupLead: 'Gõ một mã dự phòng mà bạn đã cất. Mã ấy sẽ không dùng lại được nữa.',
	backup: 'Mã dự phòng',
	backupHint: 'Mười chữ và số. Viết hoa hay thường, có gạch ngang hay không đều được.',
	useBackup: 'Dùng mã dự phòng',
	useApp: 'Dùng mã trong ứng dụng',
	again: 'Đăng nhập lại từ đầu',
	over: 'Bạn đăng nhập lại nhé',
	overText: 'Đã quá năm phút kể từ lúc gõ mật khẩu, hoặc trình duyệt này không giữ cookie.',
};
