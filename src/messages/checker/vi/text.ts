import { instead } from './instead.ts';
import { list, maybe } from './say.ts';

interface Suggested {
	suggestion?: string | undefined;
}

/** Lessons: Markdown, components, links, media. */
export const text = {
	'private-use': () =>
		'Có ký tự riêng của phông chữ, máy khác không hiện được, nên đã bỏ đi. Hãy gõ lại chữ này bằng bàn phím Unicode.',
	entity: (p: { entity: string }) =>
		`“${p.entity}” sẽ hiện nguyên như vậy, vì bài học chỉ có chữ thường. Hãy gõ thẳng ký tự bạn muốn.`,
	'too-complex': (p: { what?: string; size?: number; limit?: number }) =>
		p.what === undefined || p.size === undefined
			? 'Đoạn này quá dài hoặc lồng vào nhau quá sâu, nên không đọc được. Hãy chia thành nhiều đoạn.'
			: `Ở đây có ${p.size} ${counted[p.what] ?? p.what}, nhiều nhất là ${p.limit}, nên không đọc được. Hãy chia thành nhiều đoạn hoặc nhiều bài.`,
	'markup-crossed': () =>
		'Các dấu hoặc thẻ ở gần đây mở và đóng chéo nhau. Hãy đóng cái mở sau trước, và đừng để thẻ vắt qua hai mục danh sách.',
	'tag-unfinished': (p: { name: string }) =>
		`Thẻ <${p.name} chưa có dấu > ở cuối. Hãy xem lại dấu nháy kép và thêm dấu >.`,
	'tag-unclosed': (p: { name: string }) =>
		`Thẻ <${p.name}> chưa được đóng. Hãy thêm </${p.name}> ở cuối phần đó.`,
	'tag-unopened': (p: { name: string }) =>
		`Có </${p.name}> nhưng không có <${p.name}> nào đang mở. Hãy bỏ thẻ này hoặc thêm thẻ mở.`,
	'attribute-syntax': (p: { name: string }) =>
		`Chỗ này trong thẻ <${p.name}> viết chưa đúng. Mỗi thuộc tính có dạng ten="giá trị", trong dấu nháy kép thẳng.`,
	'attribute-twice': (p: { attribute: string }) =>
		`“${p.attribute}” được viết hai lần trong một thẻ. Hãy giữ lại một.`,
	'attribute-unknown': (p: { name: string; attribute: string; known: string[] } & Suggested) =>
		`Thẻ <${p.name}> không có thuộc tính “${p.attribute}”.${maybe(p.suggestion)} Dùng được: ${list(p.known)}.`,
	'attribute-missing': (p: { name: string; attribute: string }) =>
		`Thẻ <${p.name}> thiếu “${p.attribute}”. Hãy thêm ${p.attribute}="…".`,
	'component-unknown': (p: { name: string; known: string[] } & Suggested) =>
		`Không có thẻ <${p.name}>.${maybe(p.suggestion)} Các thẻ dùng được: ${list(p.known)}.`,
	'component-inline': (p: { name: string }) =>
		`Thẻ <${p.name}> đứng giữa dòng chữ. Hãy đặt thẻ ở đầu một dòng riêng.`,
	'component-misplaced': (p: { name: string; parent?: string | undefined }) =>
		p.parent === undefined
			? `Thẻ <${p.name}> không dùng được ở đây. Hãy đặt nó trong bài học, ngoài câu hỏi.`
			: `Thẻ <${p.name}> không đặt được trong <${p.parent}>. Hãy đưa nó ra ngoài.`,
	'component-empty': (p: { name: string }) =>
		`Thẻ <${p.name}> không có nội dung. Hãy viết giữa hai thẻ, như <${p.name} …>Lời văn.</${p.name}>, hoặc bỏ thẻ.`,
	'component-content': (p: { name: string }) =>
		`Thẻ <${p.name}> không chứa nội dung. Hãy viết <${p.name} … /> rồi đặt lời văn ra ngoài.`,
	'steps-not-list': () =>
		'Trong <Steps> cần đúng một danh sách đánh số: 1. 2. 3. Hãy đưa phần còn lại ra ngoài.',
	'html-not-allowed': (p: { name: string }) =>
		`Không dùng thẻ HTML <${p.name}>; nó sẽ hiện ra như chữ. Hãy ${instead(p.name)}, hoặc đặt trong dấu \` nếu muốn viết chữ.`,
	'element-not-allowed': (p: { name: string }) =>
		`Phần “${p.name}” không dùng được trong bài học. Hãy viết cách khác.`,
	'box-unclosed': () => 'Khung mở bằng ::: chưa được đóng. Hãy thêm một dòng ::: ở cuối phần đó.',
	'fence-unclosed': (p: { fence: string }) =>
		`Đoạn mã mở bằng ${p.fence} chưa được đóng, nên phần còn lại của bài thành mã. Hãy thêm một dòng ${p.fence} sau đoạn mã.`,
	'footnote-misplaced': () =>
		'Chú thích [^…] chỉ dùng được trong bài học. Ở đây hãy viết lời giải thích ngay trong câu.',
	'footnote-unused': (p: { label: string }) =>
		`Chú thích [^${p.label}] không được nhắc tới trong bài, nên không hiện ra. Hãy viết [^${p.label}] ở chỗ cần, hoặc xóa chú thích.`,
	'image-link': (p: { href: string }) =>
		`Hình này là liên kết tới “${p.href}”. Ở đây hình không bấm được, nên chỉ còn hình. Hãy viết liên kết thành một dòng chữ bên dưới.`,
	'foreign-markup': (p: { kind: string; written: string }) =>
		`“${p.written}” sẽ hiện nguyên như vậy. ${foreign[p.kind] ?? 'Hãy viết lại bằng Markdown.'}`,
	'heading-level': (p: { level: number }) =>
		`Tiêu đề cấp ${p.level} không dùng được: cấp 1 là tên bài. Hãy dùng ## hoặc ###.`,
	'heading-skipped': (p: { level: number; expected: number }) =>
		`Tiêu đề nhảy tới cấp ${p.level}, người dùng trình đọc màn hình dễ lạc. Hãy dùng cấp ${p.expected}.`,
	'image-not-figure': () =>
		'Hình không đặt được trong tiêu đề, liên kết hay chữ đậm. Hãy đặt hình trên một dòng riêng.',
	'task-list': () =>
		'Ô đánh dấu - [ ] không dùng được trong bài học. Hãy dùng <Try id="…"> cho việc cần làm.',
	'figure-no-alt': () =>
		'Hình chưa có lời mô tả, nên người không nhìn thấy hình không biết hình có gì. Hãy thêm alt="…".',
	'link-refused': (p: { href: string }) =>
		`Liên kết “${p.href}” không dùng được. Chỉ dùng địa chỉ https:// đầy đủ, mailto:, tel:, tệp bài học khác như (02-cham.md), hoặc mục trong bài như (#muc).`,
	'link-no-heading': (p: { href: string } & Suggested) =>
		`Không có mục nào ứng với “${p.href}”.${maybe(p.suggestion)} Tên mục viết không dấu, nối bằng gạch.`,
	'link-no-lesson': (p: { href: string } & Suggested) =>
		`Không có bài học nào ở “${p.href}”.${maybe(p.suggestion)} Hãy viết đúng tên tệp của bài.`,
	'link-no-course': (p: { href: string } & Suggested) =>
		`Không có khóa học nào ở “${p.href}”.${maybe(p.suggestion)} Liên kết sang khóa khác viết như (../../ten-khoa/vi/01-ten-bai.md).`,
	'link-practice': (p: { href: string }) =>
		`“${p.href}” là bài tự luyện, không có trang riêng. Hãy đặt <Check question="…" /> vào bài học.`,
	'lesson-empty': () => 'Bài học chưa có nội dung. Hãy viết nội dung, hoặc bỏ tệp này.',
	'lesson-heavy': (p: { kilobytes: number; limit: number }) =>
		`Bài nặng ${p.kilobytes} KB chữ, quá ${p.limit} KB, nên mở chậm trên mạng yếu. Hãy tách thành hai bài.`,
	'check-unknown': (p: { id: string } & Suggested) =>
		`Không có câu hỏi nào mang mã “${p.id}”.${maybe(p.suggestion)} Hãy dùng mã một câu của bài practice trong khóa này.`,
	'check-counted': (p: { id: string; kind: string }) =>
		`Câu “${p.id}” thuộc bài ${p.kind} có tính điểm, nên không được lộ đáp án trong bài học. Hãy dùng một câu của bài practice.`,
	'check-twice': (p: { id: string }) => `Câu “${p.id}” đã có ở trên trong bài này. Hãy bỏ bớt một chỗ.`,
	'media-path': (p: { path: string } & Suggested) =>
		`Đường dẫn “${p.path}” không dùng được.${maybe(p.suggestion)} Hình và phim phải nằm trong thư mục media của khóa học; hãy viết “media/ten-tep”.`,
	'media-missing': (p: { path: string } & Suggested) =>
		`Không có tệp “${p.path}” trong khóa học.${maybe(p.suggestion)} Hãy thêm tệp hoặc sửa tên.`,
	'media-unused': (p: { path: string }) =>
		`Không bài nào dùng “${p.path}”. Tệp này không được xuất bản; hãy dùng hoặc xóa.`,
	'media-type': (p: { path: string; known: string[] }) =>
		`Loại tệp của “${p.path}” không dùng được. Các đuôi tệp dùng được: ${list(p.known)}.`,
	'media-wrong-type': (p: { path: string; wanted: string }) =>
		`“${p.path}” không đúng loại. Ở đây cần ${wanted[p.wanted] ?? p.wanted}.`,
	'media-broken': (p: { path: string; is?: string | undefined }) =>
		p.is === undefined
			? `Tệp “${p.path}” bị hỏng, hoặc không đúng loại như đuôi tệp. Hãy mở lại bằng phần mềm vẽ hoặc xem ảnh rồi lưu lại.`
			: `Tệp “${p.path}” thật ra là ${p.is}, không đúng như đuôi tệp. Hãy mở bằng phần mềm xem ảnh rồi lưu thành JPG hoặc PNG, hoặc sửa lại đuôi tệp.`,
	'picture-no-tool': (p: { path: string }) =>
		`Ảnh “${p.path}” có ghi chú của máy ảnh (có thể có cả nơi chụp) hoặc quá nặng, mà máy này không xử lý ảnh được vì thiếu bộ phận sharp. Hãy cài lại bằng “npm ci”, hoặc lưu ảnh nhỏ lại và bỏ thông tin kèm theo.`,
	'picture-too-large': (p: { path: string }) =>
		`Ảnh “${p.path}” có hơn 100 triệu điểm, nên không xử lý được. Hãy thu nhỏ ảnh.`,
	'media-name': (p: { path: string }) =>
		`Tên tệp “${p.path}” có dấu, dấu cách hoặc ký tự lạ. Hãy chỉ dùng chữ không dấu, chữ số, gạch nối và dấu chấm.`,
	'media-heavy': (p: { path: string; kilobytes: number; limit: number }) =>
		`Tệp “${p.path}” nặng ${p.kilobytes} KB, quá ${p.limit} KB, nên tải chậm trên mạng yếu. Hãy thu nhỏ hoặc nén lại.`,
	'media-too-heavy': (p: { path: string; kilobytes: number; limit: number }) =>
		`Tệp “${p.path}” nặng ${p.kilobytes} KB, quá mức ${p.limit} KB nên không xuất bản được. Hãy thu nhỏ hoặc nén lại.`,
	'svg-unsafe': (p: { what: string }) =>
		`Hình SVG có “${p.what}”, không được phép vì hình chỉ để vẽ. Hãy xóa phần đó, hoặc lưu lại dạng “Plain SVG”.`,
};

const wanted: Record<string, string> = {
	picture: 'một hình: svg, png, jpg, webp hoặc gif',
	video: 'một phim: mp4 hoặc webm',
	audio: 'một tệp âm thanh: mp3, opus hoặc m4a',
	captions: 'một tệp phụ đề: vtt',
};

/** What to write instead of the markup of other systems. */
const foreign: Record<string, string> = {
	colons: 'Khung viết bằng ::: có tên tip, note, info, warning, danger hoặc details; hãy dùng một tên này.',
	admonition: 'Hãy viết khung bằng <Tip>…</Tip> hoặc <Warning>…</Warning>.',
	alert:
		'Khung viết bằng [!…] có tên NOTE, TIP, IMPORTANT, WARNING hoặc CAUTION, và cần nội dung ở dòng dưới.',
	template: 'Lệnh của hệ thống khác không chạy ở đây. Hãy thay bằng lời văn, hình hoặc liên kết.',
	footnote: 'Chú thích này chưa có lời: hãy thêm một dòng “[^…]: lời chú thích” ở cuối bài.',
	formula: 'Công thức chưa hiện được thành ký hiệu. Hãy viết bằng chữ thường, <sup> và <sub>.',
	emoji: 'Hãy dán hẳn hình biểu tượng vào, ví dụ 😀.',
	definition: 'Hãy viết thành danh sách: “- **Từ**: nghĩa”.',
	wiki: 'Hãy viết liên kết thành [chữ](02-ten-bai.md), hình thành ![lời mô tả](media/ten-hinh.png).',
	attributes: 'Chỉ tiêu đề có {#ten}. Hãy bỏ phần trong { }.',
	highlight: 'Hãy viết <mark>…</mark>.',
	contents: 'Mục lục không cần ở đây. Hãy bỏ dòng này.',
	picture: 'Hình này viết chưa đúng: hãy viết ![lời mô tả](media/ten-hinh.png) trên một dòng.',
};

const counted: Record<string, string> = {
	length: 'ký tự trong một bài',
	lines: 'dòng trong một bài',
	columns: 'cột trong một bảng',
	indent: 'dấu cách ở đầu dòng',
	nesting: 'tầng danh sách hoặc trích dẫn lồng nhau',
	signs: 'dấu Markdown trong các đoạn',
	tags: 'thẻ lồng nhau',
};
