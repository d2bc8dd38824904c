/** What was learned without an account, brought into one, and taken back. */
export const merging = {
	title: 'Đưa phần vừa học vào tài khoản?',
	lead: 'Trước khi đăng nhập, máy này có phần đã học mà chưa gắn với tài khoản nào.',
	whose: 'Nếu chính bạn đã học phần này, bạn đưa vào để học tiếp. Nếu là người khác học, bạn để riêng.',
	what: 'Phần đã học trên máy này',
	lessonDone: (p: { title: string }) => `Học xong: ${p.title}`,
	attempt: (p: { title: string; points: string }) => `${p.title}, kết quả: ${p.points}`,
	attemptOpen: (p: { title: string }) => `${p.title}: đang làm dở`,
	/** The name follows. */
	certificate: (p: { title: string }) => `Giấy chứng nhận “${p.title}”, tên trên giấy:`,
	certificateStays:
		'Giấy này để riêng: tên trên giấy khác tên của bạn, hoặc bạn đã có giấy của khóa này. Ai có số giấy vẫn kiểm tra được.',
	small: 'Vài câu trả lời và việc đã thử trong bài học.',
	sharedTitle: 'Đây là máy dùng chung',
	sharedText: 'Người dùng máy trước bạn có thể là người khác. Không chắc là của mình thì bạn để riêng.',
	yes: 'Đưa vào tài khoản',
	yesText:
		'Bài nào hai bên cùng học thì tính một lần. Số lần làm bài kiểm tra cộng chung. Trong 7 ngày, bạn lấy ra lại được.',
	no: 'Không, để riêng',
	noText:
		'Trang này không hỏi lại nữa. Phần để riêng không mở lại được, và được xóa sau 30 ngày không ai dùng.',
	held: (p: { n: number | string }) => `Còn ${p.n} việc chưa gửi trên máy này`,
	heldText:
		'Bạn chọn “Đưa vào tài khoản” thì những việc này cũng vào tài khoản của bạn, và được gửi khi có mạng. Bạn chọn “Không, để riêng” thì những việc này ở lại máy, không được gửi.',
	heldShared:
		'Bạn chọn “Đưa vào tài khoản” thì những việc này cũng vào tài khoản của bạn, và được gửi khi có mạng. Bạn chọn “Không, để riêng” thì những việc này bị xóa khỏi máy.',
	heldAfter: 'Những việc này đã thuộc về tài khoản của bạn. Có mạng lại, máy sẽ tự gửi.',
	heldSee: 'Xem máy này còn giữ gì',
	nothing: 'Không còn gì để đưa vào',
	nothingText: 'Câu hỏi này chỉ có trong 30 phút sau khi đăng nhập, và chỉ hỏi một lần.',
	done: 'Đã đưa vào tài khoản',
	doneText: 'Phần học trên máy này nay là của bạn. Nếu nhầm, bạn lấy ra lại được trong 7 ngày.',
	kept: (p: { n: number }) =>
		`${p.n} giấy chứng nhận để riêng, vì tên trên giấy khác tên của bạn hoặc bạn đã có giấy của khóa ấy.`,
	goOn: 'Học tiếp',
	see: 'Xem những phần đã đưa vào',

	list: 'Những phần đã đưa vào tài khoản',
	listLead: 'Phần học khi chưa đăng nhập, được đưa vào tài khoản của bạn. Trong 7 ngày, bạn lấy ra lại được.',
	listNone: 'Chưa có phần nào được đưa vào.',
	waits: 'Còn một phần đang chờ bạn quyết định',
	waitsSee: 'Xem phần đó',
	at: 'Đưa vào lúc:',
	until: 'Lấy ra lại được đến:',
	lessons: (p: { n: number }) => `Bài đã học: ${p.n}`,
	quizzes: (p: { n: number }) => `Lần làm bài kiểm tra: ${p.n}`,
	certificates: (p: { n: number }) => `Giấy chứng nhận: ${p.n}`,
	over: 'Đã quá 7 ngày: phần này ở hẳn trong tài khoản của bạn.',
	undo: 'Lấy ra lại',
	undoText:
		'Phần này trở lại thành phần học riêng, như trước khi đưa vào. Những gì bạn làm sau đó vẫn ở trong tài khoản.',
	undone: 'Đã lấy ra lại',
	undoneAt: 'Đã lấy ra lúc:',
	stayed: (p: { n: number }) =>
		`${p.n} việc ở lại trong tài khoản, vì bạn đã làm tiếp hoặc có giấy chứng nhận dựa vào đó.`,
	open: 'Mở phần này trên máy này',
	openText:
		'Bạn đăng xuất ở máy này, và phần học đó mở ra mà không có tài khoản. Ai học phần đó thì tạo tài khoản để giữ lại. Mở được trong 30 ngày từ lúc lấy ra.',
	gone: 'Phần này không mở lại được nữa.',
};
