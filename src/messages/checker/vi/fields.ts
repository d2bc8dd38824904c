/** Mỗi mục khai báo viết thế nào. */
const help: Record<string, string> = {
	'course.id': 'Đây là mã khóa học, không đổi về sau, ví dụ “id: dien-thoai”.',
	'course.source_locale': 'Đây là ngôn ngữ viết khóa học lúc đầu: vi, km hoặc en.',
	'course.title': 'Đây là tên khóa học theo từng ngôn ngữ, ví dụ “title: { vi: Điện thoại }”.',
	'course.summary': 'Đây là một, hai câu giới thiệu theo từng ngôn ngữ, ví dụ “summary: { vi: … }”.',
	'course.groups': 'Đây là nhóm người học, trong ngoặc vuông, ví dụ “groups: [elderly]”.',
	'course.framework': 'Đây là mã khung năng lực của khóa học, ví dụ “framework: tt02-2025”.',
	'course.skills':
		'Mỗi dòng là mã năng lực và bậc từ 1 đến 8, ví dụ “"4.1": 2”; năng lực của khung khác thì “"khac:2.1": 2”.',
	'course.picture': 'Đây là hình đại diện của khóa học trong thư mục media, ví dụ “picture: media/bia.svg”.',
	'course.parts':
		'Đây là các phần của khóa học theo thứ tự; mỗi phần có id, title, và tùy ý begins, picture.',
	'course.parts.id': 'Đây là mã của phần, không đổi về sau, ví dụ “id: goi-dien”.',
	'course.parts.title': 'Đây là tên của phần theo từng ngôn ngữ, ví dụ “title: { vi: Gọi điện }”.',
	'course.parts.begins': 'Đây là mã bài học đầu tiên của phần, ví dụ “begins: goi-va-nghe”.',
	'course.parts.picture': 'Đây là hình của phần trong thư mục media, ví dụ “picture: media/ben-1.svg”.',
	'course.requires': 'Đây là điều kiện nhận giấy chứng nhận, ví dụ “requires: { quizzes: [cuoi-khoa] }”.',
	'course.requires.lessons': 'Đây là danh sách mã bài học trong ngoặc vuông; bỏ trống là tất cả.',
	'course.requires.quizzes': 'Đây là danh sách mã bài kiểm tra trong ngoặc vuông, ví dụ [cuoi-khoa].',
	'course.requires.supervised':
		'Viết “supervised: true” nếu phải đạt các bài ấy trong phòng có người coi; bỏ dòng này là làm ở đâu cũng được.',
	'course.certificate': 'Giấy chứng nhận cần có title; valid_for thì tùy ý, ví dụ 2y.',
	'course.certificate.title': 'Đây là tên giấy chứng nhận theo từng ngôn ngữ, ví dụ “title: { vi: … }”.',
	'course.certificate.valid_for':
		'Đây là thời hạn: 2y là hai năm, 18m là mười tám tháng, 90d là chín mươi ngày.',
	'course.review_by': 'Đây là ngày cần xem lại nội dung, ví dụ 2027-06-30.',
	'course.licence': 'Đây là giấy phép sử dụng, ví dụ CC-BY-4.0.',
	'course.authors': 'Đây là tên những người viết, trong ngoặc vuông.',
	'course.formerly': 'Mỗi dòng là mã cũ rồi mã mới, ví dụ “ma-cu: ma-moi”.',
	'course.removed': 'Đây là danh sách mã đã bỏ hẳn, trong ngoặc vuông.',
	'lesson.id': 'Đây là mã bài học, giống nhau ở mọi ngôn ngữ, ví dụ “id: goi-dien”.',
	'lesson.title': 'Đây là tên bài học, ví dụ “title: Gọi điện”.',
	'lesson.summary': 'Đây là một câu giới thiệu bài, dài nhất 400 ký tự.',
	'lesson.skills': 'Đây là các mã năng lực trong ngoặc vuông và dấu nháy, ví dụ ["4.1"].',
	'lesson.part': 'Đây là mã một phần của khóa học (xem parts trong course.yaml), ví dụ “part: goi-dien”.',
	'lesson.source': 'Dòng này do “check --fix” viết. Nếu không rõ, hãy xóa dòng rồi chạy lại.',
	'quiz.id': 'Đây là mã bài kiểm tra, giống nhau ở mọi ngôn ngữ, ví dụ “id: cuoi-khoa”.',
	'quiz.title': 'Đây là tên bài kiểm tra, ví dụ “title: Bài kiểm tra cuối khóa”.',
	'quiz.kind':
		'Viết “kind: practice” (câu tự luyện trong bài), “kind: quiz” hoặc “kind: exam” (có tính điểm).',
	'quiz.pass': 'Đây là phần điểm cần đạt, ví dụ 70%, hoặc { total: 70%, each: 50% }.',
	'quiz.attempts': 'Đây là số lần được làm, một số từ 1 đến 100; bỏ dòng này là không giới hạn.',
	'quiz.draw': 'Đây là số câu lấy ra cho mỗi lần làm, một số từ 1.',
	'quiz.forms':
		'Viết “forms: 2” để chia câu hỏi thành hai đề A và B giống nhau về cấu tạo, không câu nào có trong cả hai; bỏ dòng này là mỗi lần làm lấy câu riêng.',
	'quiz.minutes': 'Đây là số phút làm bài, từ 1 đến 600; bỏ dòng này là không giới hạn.',
	'quiz.shuffle': 'Viết false để giữ thứ tự câu hỏi, true để xáo trộn.',
	'quiz.graders':
		'Đây là số người chấm mỗi câu trả lời mà máy không chấm được, 1 hoặc 2, ví dụ “graders: 2”.',
	'quiz.agree_within':
		'Đây là mức hai người chấm được lệch nhau, tính theo điểm của câu, ví dụ “agree_within: 20%”.',
	'quiz.retry_after':
		'Đây là thời gian chờ trước khi được làm thêm một lần, khi đã hết số lần, ví dụ 24h hoặc 2d; “none” là không cho.',
	'quiz.wait': 'Đây là thời gian chờ giữa hai lần làm, ví dụ 30m, 2h hoặc 1d.',
	'quiz.opens': 'Đây là lúc bài mở, ví dụ 2026-12-01 08:00.',
	'quiz.closes': 'Đây là lúc bài đóng, ví dụ 2026-12-01 17:00.',
	'quiz.access':
		'Viết “access: code” nếu phải có mã phòng thi mới bắt đầu được; bỏ dòng này là ai cũng làm được.',
	'quiz.order':
		'Viết “order: sequential” nếu qua câu rồi thì không sửa lại; bỏ dòng này là làm câu nào trước cũng được.',
	'quiz.show':
		'Đây là các phần của kết quả và lúc cho xem, ví dụ “show: { verdicts: after-closing, key: never }”.',
	'quiz.confidence': 'Viết true để sau mỗi câu hỏi xem người học chắc đến mức nào; không tính điểm.',
	'quiz.hints': 'Viết true để cho xem gợi ý, false để giấu; bài exam không viết thì giấu.',
	'quiz.source': 'Dòng này do “check --fix” viết. Nếu không rõ, hãy xóa dòng rồi chạy lại.',
	'track.goals': 'Mỗi dòng là mã năng lực và bậc từ 1 đến 8, ví dụ “"4.1": 2”.',
	'track.courses': 'Đây là danh sách mã khóa học trong ngoặc vuông.',
	'framework.domains.competences.can_do':
		'Đây là năng lực nói bằng lời của người học, ví dụ “can_do: { vi: Biết tự sửa khi điện thoại bị đơ }”.',
	'framework.version': 'Đây là phiên bản của khung, ví dụ “version: "2"”.',
	'framework.in_force': 'Đây là ngày bắt đầu áp dụng, ví dụ 2025-03-11.',
};

export function fieldHelp(about: string): string {
	for (let path = about; path.includes('.'); path = path.slice(0, path.lastIndexOf('.'))) {
		const found = help[path];
		if (found !== undefined) return found;
	}
	return 'Hãy xem lại theo mẫu trong hướng dẫn viết khóa học.';
}

/** Những lỗi YAML hay gặp, theo tên của bộ đọc. */
export const yamlCauses: Record<string, string> = {
	BLOCK_AS_IMPLICIT_KEY: 'trong câu có dấu hai chấm; hãy đặt cả câu trong dấu nháy kép',
	MULTILINE_IMPLICIT_KEY: 'có dòng thiếu dấu hai chấm sau tên mục',
	MISSING_CHAR: 'thiếu dấu hai chấm, dấu nháy hoặc dấu ngoặc',
	BAD_INDENT: 'dòng thụt vào chưa đều',
	TAB_AS_INDENT: 'dòng thụt vào bằng phím Tab; hãy dùng dấu cách',
	BAD_SCALAR_START: 'giá trị bắt đầu bằng ký tự riêng của YAML; hãy đặt nó trong dấu nháy kép',
	UNEXPECTED_TOKEN: 'có ký tự không mong đợi; nếu là lời văn, hãy đặt trong dấu nháy kép',
	TAG_RESOLVE_FAILED: 'không dùng thẻ bắt đầu bằng dấu “!”',
	MULTIPLE_DOCS: 'có hơn một phần khai báo',
	'too-long': 'phần khai báo quá dài',
	'too-deep': 'các mục lồng vào nhau quá sâu',
	unreadable: 'không đọc được',
};
