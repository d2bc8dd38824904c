import { maybe } from './say.ts';

interface Suggested {
	suggestion?: string | undefined;
}

/** Courses as wholes, frameworks and tracks, translations; and the report itself. */
export const course = {
	'valid-for-unreadable': (p: { written: string }) =>
		`Không hiểu thời hạn “${p.written}”. Hãy viết 2y (hai năm), 18m (mười tám tháng) hoặc 90d (chín mươi ngày).`,
	'review-past': (p: { date: string }) =>
		`Ngày xem lại nội dung (${p.date}) đã qua, có thể có điều không còn đúng. Hãy đọc lại khóa học rồi ghi ngày mới.`,
	'review-soon': (p: { date: string; days: number }) =>
		`Còn ${p.days} ngày là đến ngày xem lại nội dung (${p.date}). Hãy sắp xếp đọc lại khóa học.`,
	'requires-quiz-unknown': (p: { id: string } & Suggested) =>
		`Giấy chứng nhận đòi bài kiểm tra “${p.id}”, nhưng khóa học không có bài này.${maybe(p.suggestion)} Hãy sửa mã.`,
	'requires-lesson-unknown': (p: { id: string } & Suggested) =>
		`Giấy chứng nhận đòi bài học “${p.id}”, nhưng khóa học không có bài này.${maybe(p.suggestion)} Hãy sửa mã.`,
	'requires-practice': (p: { id: string }) =>
		`“${p.id}” là bài tự luyện, không tính điểm, nên không ai đạt được. Hãy chọn một bài quiz hoặc exam.`,
	'requires-supervised-nothing': () =>
		'Giấy chứng nhận đòi có người coi thi, nhưng không đòi bài kiểm tra nào. Hãy ghi tên bài, ví dụ “requires: { quizzes: [cuoi-khoa], supervised: true }”.',
	'id-vanished': (p: { kind: string; id: string } & Suggested) =>
		`${kinds[p.kind] ?? p.kind} “${p.id}” đã xuất bản nhưng nay không còn, nên kết quả cũ của người học sẽ mất chỗ. Nếu đổi mã, hãy thêm vào course.yaml dòng “formerly: { ${p.id}: ${p.suggestion ?? 'ma-moi'} }”. Nếu bỏ hẳn, hãy thêm “removed: [${p.id}]”.`,
	'id-retired': (p: { id: string }) =>
		`Mã “${p.id}” đã đổi hoặc đã bỏ ở một bản trước, nên kết quả cũ của người học còn giữ mã này. Hãy chọn mã mới. Nếu là chính phần cũ trở lại, hãy thêm vào course.yaml dòng “formerly: { ${p.id}: ma-moi }”.`,
	'formerly-unknown': (p: { id: string } & Suggested) =>
		`formerly trỏ tới “${p.id}”, nhưng khóa học không có mã này.${maybe(p.suggestion)} Hãy sửa mã mới.`,
	'formerly-present': (p: { id: string }) =>
		`“${p.id}” được ghi là mã cũ, nhưng khóa học vẫn đang dùng. Hãy bỏ dòng này, hoặc đổi mã đang dùng.`,
	'part-unknown': (p: { id: string; known: readonly string[] } & Suggested) =>
		p.known.length === 0
			? `Bài này ghi phần “${p.id}”, nhưng course.yaml chưa chia phần nào. Hãy thêm “parts:” vào course.yaml, hoặc bỏ dòng này.`
			: `Khóa học không có phần “${p.id}”.${maybe(p.suggestion)} Các phần: ${p.known.join(', ')}. Hãy sửa mã.`,
	'part-begins-unknown': (p: { id: string } & Suggested) =>
		`Phần này bắt đầu từ “${p.id}”, nhưng khóa học không có bài học hay bài kiểm tra này.${maybe(p.suggestion)} Hãy sửa mã.`,
	'part-empty': (p: { id: string }) =>
		`Phần “${p.id}” không có bài nào. Hãy ghi “begins:” với mã bài đầu tiên của phần, hoặc bỏ phần này.`,
	'part-order': (p: { id: string; first: boolean }) =>
		p.first
			? `Có bài đứng trước phần đầu tiên “${p.id}” nên không thuộc phần nào. Hãy bỏ “begins:” ở phần đầu, hoặc thêm một phần ở trước.`
			: `Phần “${p.id}” bắt đầu sớm hơn phần đứng trước nó. Hãy xếp các phần theo thứ tự bài học.`,
	'part-left': (p: { id: string }) =>
		`Phần “${p.id}” đã hết từ một bài trước. Các bài của một phần phải đứng liền nhau; hãy đổi thứ tự bài hoặc sửa phần.`,
	'picture-type': (p: { path: string }) =>
		`“${p.path}” không phải là hình. Hãy chọn một tệp hình trong thư mục media.`,
	'competence-unknown': (p: { code: string } & Suggested) =>
		`Không có năng lực “${p.code}” trong khung năng lực.${maybe(p.suggestion)} Hãy xem lại trong thư mục frameworks. Năng lực của khung khác viết kèm mã khung, ví dụ khac:2.1.`,
	'competence-twice': (p: { code: string }) => `Năng lực “${p.code}” có hai lần trong khung. Hãy bỏ một.`,
	'framework-unknown': (p: { id: string } & Suggested) =>
		`Không có khung năng lực “${p.id}”.${maybe(p.suggestion)} Hãy sửa dòng framework.`,
	'framework-unsaid': (p: { known: readonly string[] }) =>
		`Có nhiều khung năng lực (${p.known.join(', ')}) mà khóa học chưa nói dùng khung nào. Hãy thêm dòng “framework: ${p.known[0] ?? ''}” với mã khung của mình vào course.yaml.`,
	'skill-twice': (p: { name: string }) => `Năng lực “${p.name}” được ghi hai lần. Hãy bỏ một.`,
	'track-course-unknown': (p: { id: string } & Suggested) =>
		`Lộ trình nhắc tới khóa học “${p.id}”, nhưng không có khóa này.${maybe(p.suggestion)} Hãy sửa mã hoặc bỏ đi.`,
	'translation-file-missing': (p: { id: string }) =>
		`Chưa có bản dịch của “${p.id}”; người học sẽ thấy bản gốc. Hãy thêm tệp này khi dịch xong.`,
	'translation-extra-file': (p: { id: string } & Suggested) =>
		`Bản gốc không có bài “${p.id}”.${maybe(p.suggestion)} Bản dịch phải dùng đúng mã của bản gốc.`,
	'translation-words-missing': (p: { field: string; locale: string }) =>
		`“${p.field}” chưa có phần tiếng “${p.locale}”; người học sẽ thấy bản gốc. Hãy dịch thêm.`,
	'translation-stale': (p: { source: string }) =>
		`Bản gốc (${p.source}) đã đổi sau khi dịch. Hãy sửa bản dịch cho khớp, xóa dòng source này, rồi chạy “check --fix”.`,
	'translation-unmarked': () =>
		'Bản dịch chưa ghi được dịch từ bản gốc nào, nên không biết khi nào đã cũ. Chạy “check --fix” để tự thêm dòng source.',
	'translation-differs': (p: { field: string }) =>
		`“${p.field}” khác với bản gốc. Mục này chỉ cần ở bản gốc; hãy bỏ đi hoặc viết cho giống.`,
	'translation-no-component': (p: { name: string; id: string }) =>
		`Bản gốc có <${p.name}> với mã “${p.id}”, bản dịch thì không. Hãy thêm vào chỗ tương ứng.`,
	'translation-extra-component': (p: { name: string; id: string } & Suggested) =>
		`Bản gốc không có <${p.name}> nào với mã “${p.id}”.${maybe(p.suggestion)} Bản dịch phải dùng đúng mã của bản gốc.`,
	'translation-question-missing': (p: { id: string }) =>
		`Chưa có bản dịch của câu hỏi “${p.id}”; người học sẽ thấy câu gốc. Hãy thêm câu này.`,
	'translation-extra-question': (p: { id: string } & Suggested) =>
		`Bản gốc không có câu hỏi “${p.id}”.${maybe(p.suggestion)} Bản dịch phải dùng đúng mã của bản gốc.`,
	'translation-no-option': (p: { id: string }) =>
		`Câu này thiếu lựa chọn “${p.id}” của bản gốc. Hãy thêm vào.`,
	'translation-extra-option': (p: { id: string; wanted: string[] }) =>
		`Bản gốc không có lựa chọn “${p.id}” ở câu này. Các mã của bản gốc: ${p.wanted.join(', ')}.`,
	'translation-order': (p: { id: string; expected: string }) =>
		`“${p.id}” không đứng đúng thứ tự như bản gốc; ở đây cần “${p.expected}”. Hãy xếp lại cho giống bản gốc.`,
	'translation-kind': () => 'Cách trả lời của câu này khác với bản gốc. Hãy viết theo cùng một loại câu hỏi.',
	'translation-key': () =>
		'Đáp án ở bản dịch khác với bản gốc. Hãy sửa cho giống, hoặc để trống: đáp án lấy từ bản gốc.',
	'report-fix': (p: { fix: string }) => `--fix sẽ viết: ${p.fix}`,
	'report-written': (p: { file: string; line: number; words: string }) =>
		`${p.file}:${p.line}: --fix đã viết ${p.words}`,
	'report-error': () => 'lỗi',
	'report-warning': () => 'lưu ý',
	'report-withheld': (p: { course: string; locale: string }) =>
		`${p.course}: bản “${p.locale}” có lỗi nên giữ bản đã xuất bản gần nhất, nếu có; các ngôn ngữ khác không bị ảnh hưởng.`,
	'report-courses': (p: { courses: readonly string[] }) =>
		`Đã xem ${p.courses.length} khóa học: ${p.courses.join(', ')}.`,
	'report-sum': (p: { errors: number; warnings: number }) => `${p.errors} lỗi, ${p.warnings} lưu ý.`,
};

const kinds: Record<string, string> = {
	lesson: 'Bài học',
	quiz: 'Bài kiểm tra',
	question: 'Câu hỏi',
	option: 'Lựa chọn',
};
