/** Viết gì thay cho một thẻ HTML. */
const groups: Record<string, string> = {
	'b strong': 'viết **chữ đậm**',
	'i em': 'viết *chữ nghiêng*',
	's strike del': 'viết ~~chữ gạch~~',
	'h1 h2 h3 h4 h5 h6': 'viết ## ở đầu dòng cho một mục',
	'ul ol li dl dt dd': 'viết - hoặc 1. ở đầu mỗi dòng',
	'table tbody thead tr td th': 'viết bảng bằng dấu |',
	'blockquote q': 'viết > ở đầu dòng',
	'code pre tt': 'đặt chữ trong dấu `',
	'video source track iframe embed object':
		'dùng <Video> với tệp phim trong thư mục media, hoặc một liên kết',
	'picture svg figure': 'dùng <Figure src="media/…" alt="…" />',
	'p div span center font big small section article':
		'bỏ thẻ đi và để lại chữ; đoạn mới thì cách một dòng trống',
	'script style link meta form input button select textarea': 'bỏ hẳn phần này; bài học không chạy mã',
};

export function instead(name: string): string {
	const found = Object.keys(groups).find((names) => names.split(' ').includes(name.toLowerCase()));
	return groups[found ?? ''] ?? 'dùng Markdown';
}
