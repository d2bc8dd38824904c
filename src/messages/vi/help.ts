/** Frame of the help pages; their text stands in `src/routes/(plain)/help/pages`. */
export const help = {
	title: 'Trợ giúp',
	intro: 'Chọn điều bạn muốn biết.',
	others: 'Các mục khác',
};
