import { maybe } from './say.ts';

interface Suggested {
	suggestion?: string | undefined;
}

/** What a question says of itself, and what several questions are about. */
export const items = {
	'case-unclosed': () =>
		'Tình huống bắt đầu ở đây chưa đóng. Hãy viết một dòng “:::” ở cuối tình huống, trước câu hỏi đầu tiên.',
	'case-text-behind': () =>
		'Dòng này đứng sau một tình huống mà chưa thuộc câu hỏi nào, nên không ai thấy. Hãy chuyển nó vào tình huống, hoặc xuống dưới một dòng “## Câu hỏi”.',
	'case-no-title': () => 'Tình huống chưa có tên. Hãy viết tên ngay sau “:::case”.',
	'case-empty': () => 'Tình huống chưa có lời nào. Hãy viết lời, hoặc thêm hình, trước dòng “:::”.',
	'case-no-id': () =>
		'Tình huống chưa có mã. Hãy thêm mã ở cuối dòng “:::case”, ví dụ {#cho-que}, hoặc chạy “check --fix”.',
	'case-unknown': (p: { id: string } & Suggested) =>
		`Bài không có tình huống nào mang mã “${p.id}”.${maybe(p.suggestion)} Hãy sửa mã.`,
	'case-unused': (p: { id: string }) =>
		`Không câu hỏi nào nói về tình huống “${p.id}”, nên không ai thấy nó. Hãy thêm “case=${p.id}” vào các câu hỏi, hoặc bỏ tình huống.`,
	'translation-case-missing': (p: { id: string }) =>
		`Bản dịch thiếu tình huống “${p.id}”, nên các câu hỏi về nó không ai hiểu. Hãy dịch tình huống này.`,
	'survey-kind': (p: { kind: string }) =>
		`Câu hỏi ý kiến (.survey) chưa viết được theo loại “${p.kind}”. Hãy dùng câu chọn một, chọn nhiều (.multiple), gõ chữ (.text) hoặc bảng chọn (.matrix).`,
	'survey-scored': (p: { field: string }) =>
		`Câu hỏi ý kiến (.survey) không tính điểm nên không có “${p.field}”. Hãy bỏ phần này.`,
	'survey-key': () =>
		'Câu hỏi ý kiến (.survey) không có đáp án đúng. Hãy bỏ dấu x, hoặc dòng “=”; nếu là câu có đáp án thì bỏ .survey.',
	'confidence-unused': () =>
		'“.confidence” hỏi người học chắc đến mức nào về một câu có đáp án. Câu này do người chấm hoặc chỉ hỏi ý kiến. Hãy bỏ “.confidence”.',
	'difficulty-unreadable': (p: { value: string }) =>
		`“difficulty=${p.value}” chưa đúng. Hãy viết phần người học mà bạn đoán là sẽ làm sai, từ 0% đến 100%, ví dụ difficulty=40%.`,
	'expires-unreadable': (p: { value: string }) =>
		`“expires=${p.value}” không phải là một ngày. Hãy viết năm, tháng, ngày, ví dụ expires=2027-06-30.`,
	'expires-soon': (p: { date: string; days: number }) =>
		`Câu này chỉ còn đúng đến ${p.date}, tức là còn ${p.days} ngày. Hãy xem lại nội dung rồi ghi ngày mới, hoặc viết câu khác thay.`,
	'expires-past': (p: { date: string }) =>
		`Câu này chỉ còn đúng đến ${p.date}, đã qua, mà vẫn phải hỏi vì bài không còn đủ câu khác. Hãy xem lại nội dung rồi ghi ngày mới, hoặc viết câu khác thay.`,
	'expires-left-out': (p: { date: string }) =>
		`Câu này chỉ còn đúng đến ${p.date}, đã qua, nên các lần làm mới không hỏi nữa. Hãy xem lại nội dung rồi ghi ngày mới, hoặc ghi status=retired.`,
	'source-unreadable': (p: { value: string }) =>
		`“source=${p.value}” chưa đúng. Hãy viết một địa chỉ bắt đầu bằng https://, hoặc số hiệu văn bản như 24/2018/QH14.`,
};
