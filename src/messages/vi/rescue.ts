/** A rescue file is handed in: `/rescue`. */
export const rescue = {
	title: 'Gửi giúp tệp',
	lead: 'Có người học ở nơi không có mạng, và đã lưu phần học của mình thành tệp? Bạn gửi giúp tệp đó ở đây.',
	how: 'Bạn không cần tài khoản. Phần trong tệp chỉ tính cho người đã lưu nó, không tính cho bạn. Gửi lại lần nữa cũng không sao.',
	file: 'Tệp',
	fileHint: 'Tên tệp bắt đầu bằng “cung-hoc-”, đuôi là “.json”.',
	send: 'Gửi tệp',
	noFile: 'Hãy chọn tệp.',
	tooLarge: 'Tệp này lớn quá, chắc không phải tệp của Cùng Học. Hãy chọn tệp khác.',
	doneTitle: 'Đã gửi xong',
	partTitle: 'Đã gửi, có phần máy chủ không nhận',
	saved: (p: { n: number }) => `Máy chủ đã có: ${p.n} việc.`,
	refused: (p: { n: number }) => `Máy chủ không nhận: ${p.n} việc.`,
	untitled: 'Một việc không rõ tên',
	again: 'Gửi tệp khác',
	owner: 'Bạn báo lại cho người học là tệp đã tới nơi. Máy của họ sẽ tự biết khi có mạng.',
};
