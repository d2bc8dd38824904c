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
};
