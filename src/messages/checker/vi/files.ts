import { list, maybe } from './say.ts';
import { fieldHelp, yamlCauses } from './fields.ts';

interface Suggested {
	suggestion?: string | undefined;
}

/** Files, folders, YAML and ids. */
export const files = {
	'folder-missing': (p: { path: string }) => `Không mở được thư mục “${p.path}”. Hãy xem lại đường dẫn.`,
	'no-courses': (p: { path: string }) =>
		`Thư mục “${p.path}” không có khóa học nào. Hãy chỉ tới thư mục chứa các khóa học, hoặc thư mục của một khóa học (có tệp course.yaml).`,
	'file-unreadable': (p: { reason: string }) =>
		`Không đọc được tệp này (${p.reason}). Hãy xem lại quyền đọc tệp, hoặc bỏ tệp đi.`,
	'file-too-big': (p: { kilobytes: number; limit: number }) =>
		`Tệp nặng ${p.kilobytes} KB, quá mức ${p.limit} KB nên không được đọc. Hãy chia nhỏ hoặc nén lại.`,
	'file-too-slow': (p: { seconds: number }) =>
		`Sau ${p.seconds} giây vẫn chưa đọc xong tệp này, nên nó bị bỏ qua. Hãy chia thành nhiều tệp ngắn, hoặc xem lại chỗ có nhiều dấu lặp đi lặp lại.`,
	'folder-too-big': () =>
		'Thư mục có quá nhiều tệp, quá nặng hoặc quá sâu. Hãy bỏ bớt những gì không thuộc khóa học.',
	'link-outside': () =>
		'Đây là liên kết dẫn ra ngoài thư mục khóa học, nên không được đọc. Hãy chép hẳn tệp vào thư mục.',
	'file-name': () => 'Tên tệp có ký tự lạ. Hãy đặt lại tên bằng chữ không dấu, chữ số và gạch nối.',
	'not-utf8': () => 'Tệp không được lưu ở dạng UTF-8, nên chữ có thể bị hỏng. Hãy lưu lại với bảng mã UTF-8.',
	'unknown-file': (p: { path: string }) =>
		`Không rõ tệp “${p.path}” để làm gì, nên nó bị bỏ qua. Bài học nằm ở “vi/01-ten-bai.md”, hình ở “media/”.`,
	'content-file-name': (p: { name: string; proposed: string }) =>
		`Tên “${p.name}” chưa đúng, nên bài này bị bỏ qua. Hãy đặt tên như “${p.proposed}” (số thứ tự, gạch nối, tên không dấu), ngay trong thư mục ngôn ngữ.`,
	'order-twice': (p: { order: string; other: string }) =>
		`Số thứ tự ${p.order} đã dùng cho “${p.other}”, nên không rõ bài nào trước. Hãy đổi số ở đầu tên tệp.`,
	'order-differs': (p: { order: number; source: number }) =>
		`Tệp dịch mang số ${p.order}, còn bản gốc mang số ${p.source}. Thứ tự theo bản gốc; hãy đổi tên cho khớp để dễ tìm.`,
	'course-file-missing': (p: { folder: string }) =>
		`Thư mục “${p.folder}” không có tệp course.yaml, nên chưa phải là khóa học. Hãy thêm tệp này, hoặc chuyển thư mục đi nơi khác.`,
	'course-folder-name': (p: { id: string; folder: string }) =>
		`Khóa học có mã “${p.id}” nhưng nằm trong thư mục “${p.folder}”. Hãy đặt hai tên giống nhau để dễ tìm.`,
	'no-lessons': (p: { locale: string }) =>
		`Không có bài học nào trong thư mục “${p.locale}”, là ngôn ngữ gốc (source_locale). Hãy thêm bài hoặc sửa source_locale.`,
	'yaml-syntax': (p: { detail: string }) =>
		`Phần khai báo (YAML) viết chưa đúng: ${yamlCauses[p.detail] ?? p.detail}. Hãy sửa ở gần chỗ này.`,
	'yaml-duplicate-key': (p: { key: string }) =>
		`“${p.key}” được viết hai lần, nên không rõ lấy dòng nào. Hãy giữ lại một dòng.`,
	'yaml-alias': () => 'Không dùng dấu & và * của YAML để lặp lại nội dung. Hãy viết hẳn nội dung ra.',
	'front-matter-missing': () =>
		'Tệp chưa có phần khai báo ở đầu, nên không biết mã bài. Chạy “check --fix” để tự thêm, hoặc thêm dòng “---”, các dòng id và title, rồi một dòng “---” nữa.',
	'front-matter-unclosed': () =>
		'Phần khai báo ở đầu chưa đóng. Hãy thêm một dòng “---” sau dòng khai báo cuối.',
	'yaml-hash': (p: { field: string; kept: string; lost: string }) =>
		`Ở “${p.field}”, phần “${p.lost}” bị bỏ mất: trong khai báo, # sau dấu cách mở đầu lời ghi chú. Hãy đặt cả câu trong nháy kép: "${p.kept} ${p.lost}".`,
	'foreign-field': (p: { field: string; known: string[] }) =>
		`Mục “${p.field}” không có tác dụng ở đây, nên được bỏ qua. Các mục dùng được: ${list(p.known)}.`,
	'title-twice': (p: { title: string; heading: string }) =>
		`Tên bài đã ghi ở phần khai báo là “${p.title}”, nên tiêu đề “${p.heading}” không hiện ra. Hãy bỏ một trong hai.`,
	'missing-field': (p: { field: string; about: string }) => `Thiếu dòng “${p.field}”. ${fieldHelp(p.about)}`,
	'unknown-field': (p: { field: string; known: string[] } & Suggested) =>
		`Không có mục “${p.field}” ở đây.${maybe(p.suggestion)} Các mục dùng được: ${list(p.known)}.`,
	'wrong-value': (p: { field: string; about: string }) =>
		`Giá trị của “${p.field}” chưa đúng dạng. ${fieldHelp(p.about)}`,
	'unknown-value': (p: { field: string; value: string; allowed: string[] } & Suggested) =>
		`“${p.value}” không dùng được cho “${p.field}”.${maybe(p.suggestion)} Các giá trị dùng được: ${list(p.allowed)}.`,
	'date-unreadable': (p: { value: string }) =>
		`“${p.value}” không phải là một ngày. Hãy viết năm-tháng-ngày, ví dụ 2027-06-30.`,
	'too-long': (p: { field: string; limit: number }) =>
		`“${p.field}” dài quá ${p.limit} ký tự. Hãy viết ngắn lại.`,
	'words-missing': (p: { field: string; locale: string }) =>
		`“${p.field}” chưa có phần tiếng “${p.locale}”, là ngôn ngữ gốc. Hãy thêm “${p.locale}: …”.`,
	'id-pattern': (p: { id: string }) =>
		`Mã “${p.id}” chưa đúng dạng. Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, dài nhất 64 ký tự, ví dụ “goi-dien”.`,
	'id-reserved': (p: { id: string }) => `Mã “${p.id}” là từ riêng của hệ thống. Hãy chọn mã khác.`,
	'id-twice': (p: { id: string; other: string }) =>
		`Mã “${p.id}” đã dùng ở ${p.other}, nên kết quả học sẽ lẫn vào nhau. Hãy đặt mã khác cho một trong hai chỗ.`,
	'lesson-no-id': () =>
		'Bài học chưa có mã (id). Mã giữ cho tiến độ học không mất khi đổi tên tệp. Chạy “check --fix” để tự thêm.',
	'quiz-no-id': () =>
		'Bài kiểm tra chưa có mã (id). Mã giữ cho kết quả không mất khi đổi tên tệp. Chạy “check --fix” để tự thêm.',
	'question-no-id': () =>
		'Câu hỏi chưa có mã. Mã giữ cho câu trả lời không mất khi sửa lời. Chạy “check --fix” để tự thêm, hoặc viết {#ma-cau} ở cuối dòng.',
	'option-no-id': () =>
		'Lựa chọn chưa có mã. Mã giữ cho câu trả lời không lẫn khi đổi thứ tự. Chạy “check --fix” để tự thêm, hoặc viết {#a} ở cuối dòng.',
	'try-no-id': () =>
		'Việc tự làm (Try) chưa có mã. Chạy “check --fix” để tự thêm, hoặc viết <Try id="ten-viec">.',
};
