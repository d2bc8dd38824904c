import { plain, waitIn, type FailureTexts, type Values } from '../failure-text.ts';

/** What the API says when it cannot do as asked. */
export const api = {
	failures: {
		'bad-request': plain('Có chỗ cần sửa', 'Có chỗ điền chưa đúng. Xem từng mục bên dưới.'),
		'scope-refused': plain('Không nhận phạm vi', 'Quản trị viên có quyền ở mọi nơi, nên không ghi phạm vi.'),
		'dates-refused': plain('Ngày chưa đúng', 'Vai trò phải kết thúc sau khi bắt đầu, và sau hôm nay.'),
		'password-common': plain(
			'Mật khẩu này dễ đoán',
			'Nhiều người dùng mật khẩu này, nên người lạ thử nó đầu tiên. Hãy ghép ba từ chẳng liên quan với nhau.',
		),
		'password-own': plain(
			'Mật khẩu này dễ đoán',
			'Ai biết tên bạn cũng đoán ra mật khẩu này. Hãy thêm vài từ không phải tên bạn.',
		),
		'password-pattern': plain(
			'Mật khẩu này dễ đoán',
			'Dãy phím liền nhau, ngày sinh và số điện thoại là thứ người lạ thử đầu tiên. Hãy ghép ba từ chẳng liên quan với nhau.',
		),
		'birth-year-refused': plain('Năm sinh chưa đúng', 'Bạn viết năm sinh bằng bốn chữ số, ví dụ 1956.'),
		'name-empty': plain('Chưa có tên', 'Hãy viết tên bằng chữ.'),
		'name-unprintable': {
			title: 'Tên có chữ không in được',
			detail: (v: Values) =>
				`Giấy chứng nhận chưa in được: ${v.signs}. Hãy viết tên bằng chữ Việt hoặc chữ Khmer.`,
		},
		'username-unclear': plain(
			'Tên đăng nhập dễ nhầm',
			'Tên đăng nhập này dễ nhầm với tên khác. Hãy chỉ dùng chữ của một loại (chữ Việt hoặc chữ Khmer), chữ số, dấu chấm và dấu gạch.',
		),
		'username-spaced': {
			title: 'Tên đăng nhập có dấu cách',
			detail: (v: Values) =>
				v.offer
					? `Tên đăng nhập không có dấu cách. Có thể dùng: ${v.offer}`
					: 'Tên đăng nhập không có dấu cách. Hãy viết liền, hoặc thay dấu cách bằng dấu gạch ngang.',
		},
		'not-signed-in': plain('Chưa đăng nhập', 'Hãy đăng nhập hoặc bắt đầu học với tư cách khách.'),
		'other-learner': plain(
			'Người khác đang đăng nhập',
			'Trên máy này vừa có người khác đăng nhập, nên chưa lưu gì cả. Hãy đăng nhập lại bằng tên của bạn.',
		),
		'wrong-credentials': plain('Không đăng nhập được', 'Tên đăng nhập hoặc mật khẩu chưa đúng.'),
		'wrong-code': plain('Mã không dùng được', 'Mã chưa đúng, đã dùng rồi hoặc đã quá hạn. Hãy xin mã mới.'),
		'wrong-password': plain(
			'Mật khẩu chưa đúng',
			'Đây không phải mật khẩu bạn đang dùng. Chưa có gì thay đổi.',
		),
		'second-step-wrong': plain(
			'Mã chưa đúng',
			'Mã chưa đúng, đã dùng rồi hoặc đã đổi. Hãy xem lại mã mới nhất trong ứng dụng, hoặc dùng một mã dự phòng khác.',
		),
		'second-step-over': plain(
			'Hãy đăng nhập lại',
			'Đã quá lâu kể từ lúc gõ mật khẩu. Hãy đăng nhập lại từ đầu.',
		),
		'second-step-needed': plain(
			'Cần đăng nhập hai bước',
			'Quyền quản trị chỉ dùng được khi tài khoản đã bật đăng nhập hai bước. Hãy bật ở trang Cài đặt.',
		),
		'second-step-unknown': plain(
			'Chưa có gì để làm',
			'Đăng nhập hai bước đang tắt, hoặc việc bật đã quá một giờ. Hãy bắt đầu lại.',
		),
		'second-step-on': plain(
			'Đã bật rồi',
			'Đăng nhập hai bước đang bật. Muốn dùng điện thoại khác, hãy tắt rồi bật lại.',
		),
		'passkey-refused': plain(
			'Khóa truy cập chưa dùng được',
			'Máy chưa đưa đúng khóa, hoặc đã quá năm phút. Hãy thử lại, hoặc đăng nhập bằng mật khẩu.',
		),
		'passkey-unknown': plain('Không có khóa này', 'Khóa đã được gỡ, hoặc không thuộc tài khoản của bạn.'),
		'passkeys-impossible': plain(
			'Ở đây chưa dùng được khóa truy cập',
			'Khóa truy cập cần trang có địa chỉ bằng tên, mở bằng https. Hãy báo cho người vận hành trang.',
		),
		'session-unknown': plain('Không tìm thấy', 'Lần đăng nhập này không còn nữa.'),
		'last-administrator': plain(
			'Chưa xóa được',
			'Bạn là người quản trị duy nhất. Hãy giao quyền quản trị cho người khác trước.',
		),
		'not-allowed': plain('Không có quyền', 'Tài khoản này không được làm việc đó.'),
		'not-in-care': plain(
			'Bạn không làm việc này cho người ấy được',
			'Bạn chỉ làm giúp người được giao cho bạn, không làm cho chính mình hay cho người có vai trò trên trang. Với người khác, bạn nhờ người quản lý trang.',
		),
		'bad-origin': plain('Yêu cầu đến từ trang khác', 'Vì an toàn, chỉ nhận yêu cầu gửi từ chính trang này.'),
		'not-found': plain('Không tìm thấy', 'Địa chỉ này không có.'),
		'course-unknown': plain('Không tìm thấy khóa học', 'Không có khóa học này.'),
		'version-unknown': plain('Không tìm thấy phiên bản', 'Khóa học không có phiên bản này.'),
		'lesson-unknown': plain('Không tìm thấy bài học', 'Khóa học không có bài này.'),
		'quiz-unknown': plain('Không tìm thấy bài kiểm tra', 'Khóa học không có bài kiểm tra này.'),
		'question-unknown': plain('Không tìm thấy câu hỏi', 'Không có câu hỏi này ở đây.'),
		'attempt-unknown': plain('Không tìm thấy lượt làm bài', 'Không có lượt làm bài này.'),
		'certificate-unknown': plain(
			'Không tìm thấy giấy chứng nhận',
			'Không có giấy chứng nhận với số này. Hãy xem lại số.',
		),
		'correction-unknown': plain('Không tìm thấy yêu cầu', 'Không có yêu cầu sửa tên này.'),
		'role-unknown': plain('Không có vai trò này', 'Người này hiện không có vai trò đó.'),
		'care-unknown': plain(
			'Không có việc phụ trách này',
			'Người học này hiện không thuộc danh sách của người ấy.',
		),
		'merge-unknown': plain('Không có gì để đưa vào', 'Không có phần học nào như vậy, hoặc đã quá lúc.'),
		'username-unknown': plain('Không tìm thấy người này', 'Không có ai dùng tên đăng nhập này.'),
		'username-taken': plain('Tên đã có người dùng', 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.'),
		'not-a-helper': plain(
			'Chưa phải người phụ trách',
			'Người nhận phụ trách cần có vai trò người phụ trách lớp học.',
		),
		'has-account': plain(
			'Đã có tài khoản',
			'Người đang học đã có tài khoản. Hãy đăng xuất trước khi tạo tài khoản khác.',
		),
		'no-account': plain('Chưa có tài khoản', 'Người này chưa có tài khoản để khôi phục.'),
		'id-in-use': plain('Mã đã dùng', 'Mã do thiết bị gửi đã dùng cho việc khác. Hãy thử lại với mã mới.'),
		'attempt-submitted': plain('Bài đã nộp', 'Bài này đã nộp rồi, không sửa được nữa.'),
		'attempt-late': plain('Đã hết giờ', 'Đã hết giờ làm bài. Những câu đã lưu vẫn được tính.'),
		'nothing-to-extend': plain(
			'Không có gì để thêm',
			'Bài này không tính giờ hoặc không có lúc đóng, hoặc lúc bạn ghi đã qua. Hãy xem lại trang của bài.',
		),
		'attempt-wait': {
			title: 'Chưa làm lại được ngay',
			detail: (v: Values) => `Giữa hai lần làm có thời gian chờ. Bạn làm lại được từ ${v.time}, ${v.date}.`,
		},
		'quiz-not-open': {
			title: 'Bài chưa mở',
			detail: (v: Values) => `Bài này mở lúc ${v.time}, ${v.date}. Bạn quay lại lúc đó nhé.`,
		},
		'quiz-closed': {
			title: 'Bài đã đóng',
			detail: (v: Values) =>
				`Bài này đã đóng lúc ${v.time}, ${v.date}, nên không bắt đầu được nữa. Cần làm muộn hơn, bạn nhờ người hướng dẫn.`,
		},
		'question-passed': plain(
			'Câu này đã qua',
			'Bài này làm lần lượt từng câu: đã trả lời câu sau thì câu trước giữ nguyên. Câu trả lời đã lưu vẫn được tính.',
		),
		'grading-task-unknown': plain(
			'Không tìm thấy câu trả lời này',
			'Câu trả lời này không có, hoặc không chờ người chấm.',
		),
		'own-answer': plain('Đây là bài của bạn', 'Không ai chấm bài của chính mình. Bạn để người khác chấm.'),
		'points-wrong': plain(
			'Chưa ghi được điểm',
			'Mỗi tiêu chí cần một số điểm từ 0 đến số điểm của tiêu chí, lẻ đến một phần tư.',
		),
		'code-needed': plain(
			'Cần mã phòng thi',
			'Bài này làm trong phòng có người coi. Bạn hỏi người coi thi mã phòng rồi gõ vào.',
		),
		'code-wrong': plain(
			'Mã chưa đúng',
			'Mã này không phải của phòng đang mở cho bài này. Bạn xem lại mã, hoặc hỏi người coi thi.',
		),
		'code-over': plain(
			'Mã này đã hết hiệu lực',
			'Phòng của mã này đã đóng hoặc đã hết giờ. Bạn hỏi người coi thi mã mới.',
		),
		'own-room': plain(
			'Đây là phòng bạn coi',
			'Không ai coi thi cho chính mình. Bạn làm bài này trong phòng của người khác.',
		),
		'room-unknown': plain(
			'Không tìm thấy phòng thi',
			'Không có phòng thi này, hoặc bạn không coi phòng này.',
		),
		'paper-unknown': plain('Không tìm thấy đề', 'Không có đề nào mang số này. Xem lại số đề, cả chữ cuối.'),
		'paper-entered': plain(
			'Đã nhập rồi',
			'Kết quả của người này ở đề này đã được nhập. Muốn sửa thì sửa ở dòng đã nhập.',
		),
		'paper-empty': plain('Không in được bài này', 'Không câu nào của bài này làm được trên giấy.'),
		'paper-who': plain(
			'Chưa biết của ai',
			'Hãy ghi tên đăng nhập, hoặc một ký hiệu nếu người ấy không có tài khoản, chỉ một trong hai.',
		),
		'own-paper': plain(
			'Bài của chính mình',
			'Không ai tự nhập kết quả của mình. Nhờ một người khác nhập giúp.',
		),
		'attempt-open': plain('Đang làm dở', 'Người này đang làm dở bài ấy trên mạng. Chờ họ nộp bài rồi nhập.'),
		'room-closed': plain('Phòng thi đã đóng', 'Phòng thi này đã đóng, nên không đổi gì được nữa.'),
		'regrade-unknown': plain(
			'Không tìm thấy lần chấm lại này',
			'Lần chấm lại này không có, hoặc đã được bỏ đi.',
		),
		'regrade-busy': plain(
			'Câu này đang được chấm lại',
			'Có người đã áp dụng một lần chấm lại cho câu này và việc chấm chưa xong. Bạn đợi xong rồi làm tiếp.',
		),
		'regrade-unready': plain(
			'Chưa áp dụng được',
			'Còn đang xem trước xem điểm nào thay đổi. Bạn đợi một lát rồi tải lại trang.',
		),
		'key-unchanged': plain(
			'Đáp án chưa được sửa',
			'Mọi bài đều đã chấm theo đáp án đang dùng. Bạn sửa câu hỏi, xuất bản khóa học rồi quay lại; hoặc chọn cho đủ điểm hay bỏ câu.',
		),
		'question-by-person': plain(
			'Câu này do người chấm',
			'Điểm của câu này do người chấm cho. Muốn sửa điểm, bạn mở câu trả lời ở trang chấm bài.',
		),
		'question-gone': plain(
			'Không có câu hỏi này',
			'Bản đang dùng của khóa học không có câu hỏi này trong bài kiểm tra nào.',
		),
		'decision-made': plain(
			'Không còn gì để quyết định',
			'Việc này đã có người quyết định, hoặc không có giấy nào phải xem lại.',
		),
		'reason-missing': plain(
			'Cần ghi lý do',
			'Khi thu hồi, bạn ghi lý do: ai kiểm tra giấy chứng nhận đều đọc được.',
		),
		'attempts-left': plain(
			'Người học còn lượt làm',
			'Người này vẫn còn lượt làm bài, hoặc đang làm dở. Bạn nhắn người ấy mở bài và làm tiếp.',
		),
		'attempts-used-up': {
			title: 'Đã hết lượt',
			detail: (v: Values) =>
				`Bài này cho làm ${v.allowed} lần và bạn đã làm đủ. Trang của bài ghi khi nào bạn được làm lại.`,
		},
		'certificate-missing': plain('Chưa đủ để nhận giấy chứng nhận', 'Còn một số phần chưa xong.'),
		'certificate-not-in-force': plain(
			'Giấy chứng nhận không còn hiệu lực',
			'Giấy chứng nhận này đã hết hạn, đã bị thu hồi hoặc đã được thay bằng bản khác.',
		),
		'no-certificate': plain('Không cấp giấy chứng nhận', 'Khóa học này không cấp giấy chứng nhận.'),
		'correction-open': plain(
			'Đang có một yêu cầu sửa tên',
			'Giấy này đang có một yêu cầu sửa tên chờ xem. Muốn sửa thành tên khác, hãy rút yêu cầu ấy trước.',
		),
		'correction-decided': plain(
			'Yêu cầu này đã xong',
			'Yêu cầu sửa tên này đã có người trả lời, hoặc người gửi đã rút lại.',
		),
		'rescue-unreadable': plain(
			'Không đọc được tệp',
			'Đây không phải tệp do Cùng Học lưu, hoặc tệp đã hỏng khi chép. Hãy chép lại tệp từ máy đã lưu nó.',
		),
		'rescue-forged': plain(
			'Tệp đã bị sửa',
			'Tệp này không còn đúng như lúc được lưu, hoặc được lưu ở một trang khác, nên không tính cho ai. Hãy chép lại tệp từ máy đã lưu nó.',
		),
		'rescue-unknown': plain(
			'Không còn người học này',
			'Người học đã lưu tệp này không còn ở đây nữa, nên không có gì được tính.',
		),
		'merge-over': plain(
			'Không làm được nữa',
			'Phần này đã quá hạn, hoặc nay là tài khoản riêng của người học.',
		),
		'method-not-allowed': plain('Không làm được như vậy', 'Địa chỉ này không nhận cách gọi đó.'),
		'too-large': plain('Quá dài', 'Nội dung gửi lên quá lớn.'),
		'range-outside': plain('Không có đoạn này', 'Tệp ngắn hơn đoạn được hỏi.'),
		'unsupported-media': plain('Không đọc được', 'Hãy gửi nội dung dạng JSON.'),
		'file-kind': {
			title: 'Câu này không nhận loại tệp đó',
			detail: (v: Values) => `${v.is} ${v.wanted} Tệp này chưa được gửi.`,
		},
		'file-too-large': {
			title: 'Tệp nặng quá',
			detail: (v: Values) =>
				`Tệp này nặng hơn ${v.mb} MB, là mức nhiều nhất của câu này. Hãy chụp lại ở cỡ nhỏ hơn, hoặc gửi ảnh chụp màn hình.`,
		},
		'file-too-many-points': {
			title: 'Ảnh to quá',
			detail: (v: Values) => `Ảnh có hơn ${v.million} triệu điểm ảnh. Hãy chụp lại ở cỡ nhỏ hơn.`,
		},
		'file-broken': plain(
			'Không mở được ảnh',
			'Tệp ảnh bị hỏng hoặc mới gửi được một phần. Hãy mở lại ảnh trên máy: xem được thì gửi lại, không thì chụp ảnh khác.',
		),
		'file-limit': {
			title: 'Đã gửi nhiều tệp rồi',
			detail: (v: Values) =>
				`Mỗi lần làm bài gửi được nhiều nhất ${v.most} tệp, tính cả tệp đã thay. Tệp gửi gần nhất vẫn còn.`,
		},
		'file-unasked': plain('Câu này không nhận tệp', 'Câu hỏi này không cần gửi ảnh hay tệp.'),
		'file-unknown': plain('Không có tệp này', 'Tệp này không có, hoặc không phải của bạn.'),
		'answer-unreadable': plain('Chưa đọc được câu trả lời', 'Câu trả lời chưa đúng dạng. Xem bên dưới.'),
		'too-many': {
			title: 'Thử lại sau một lát',
			detail: (v: Values) => {
				const { n, of } = waitIn(v.seconds);
				return `Vừa có quá nhiều lần thử. Hãy đợi ${n} ${of === 'second' ? 'giây' : 'phút'} rồi làm lại.`;
			},
		},
		internal: plain('Có lỗi', 'Trang gặp lỗi. Những gì đã lưu vẫn còn. Hãy thử lại sau.'),
		busy: {
			title: 'Đang có nhiều người đăng nhập',
			detail: (v: Values) =>
				`Nhiều người đang đăng nhập cùng lúc. Bạn đợi khoảng ${v.seconds} giây rồi thử lại nhé.`,
		},
		unavailable: plain('Đang bận', 'Trang đang bận hoặc đang bảo trì. Hãy thử lại sau ít phút.'),
	} satisfies FailureTexts,
	/** What is wrong with one field. */
	fields: {
		required: 'Mục này cần điền.',
		unknown: 'Không có mục này.',
		type: 'Sai kiểu dữ liệu.',
		tooShort: (p: { n: number }) => `Cần ít nhất ${p.n} ký tự.`,
		tooLong: (p: { n: number }) => `Dài nhất ${p.n} ký tự.`,
		tooMany: (p: { n: number }) => `Nhiều nhất ${p.n} mục.`,
		pattern: 'Có ký tự không dùng được.',
		format: 'Chưa đúng dạng.',
		choice: 'Không có trong các lựa chọn.',
		range: 'Ngoài khoảng cho phép.',
		text: 'Có ký tự hỏng, không lưu được.',
		other: 'Chưa đúng.',
	},
	pointsTo: (p: { most: number }) => `Cho điểm từ 0 đến ${p.most}.`,
	/** What a file is that a question does not take, and what it takes. */
	files: {
		is: {
			photo: 'Đây là ảnh.',
			HEIC: 'Đây là ảnh HEIC của iPhone, nhiều máy không mở được. Trên iPhone, hãy vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại, hoặc gửi ảnh chụp màn hình.',
			AVIF: 'Đây là ảnh AVIF, nhiều máy không mở được.',
			SVG: 'Đây là hình vẽ SVG, có thể chứa mã chạy được nên không nhận.',
			HTML: 'Đây là trang web, có thể chứa mã chạy được nên không nhận.',
			GIF: 'Đây là ảnh GIF.',
			MP4: 'Đây là đoạn phim.',
			WebM: 'Đây là đoạn phim.',
			PDF: 'Đây là tệp PDF.',
			ZIP: 'Đây là tệp nén hoặc tệp Word, Excel.',
			TIFF: 'Đây là ảnh TIFF, nhiều máy không mở được.',
			BMP: 'Đây là ảnh BMP.',
			other: 'Không rõ đây là tệp gì.',
		},
		wanted: {
			photo: 'Câu này nhận ảnh JPEG, PNG hoặc WebP.',
			pdf: 'Câu này nhận tệp PDF.',
			both: 'Câu này nhận ảnh JPEG, PNG, WebP hoặc tệp PDF.',
		},
	},
	answers: {
		'wrong-type': 'Câu hỏi này cần câu trả lời dạng khác.',
		'unknown-option': 'Câu hỏi này không có lựa chọn đó.',
		'not-a-number': 'Hãy viết một con số, ví dụ 15.',
		'too-many': 'Chọn nhiều quá.',
		repeated: 'Mỗi mục chỉ chọn một lần.',
		'no-such-file': 'Tệp này chưa được gửi lên ở câu này.',
	},
	/** Why something that a device reports was not kept. */
	events: {
		malformed: (p: { path: string }) => `Chưa đúng dạng ở ${p.path}.`,
		itemUnknown: 'Bài học không có việc tự làm này.',
		tooFarAhead: 'Đồng hồ của thiết bị chạy nhanh hơn một ngày. Hãy chỉnh lại giờ.',
	},
};
