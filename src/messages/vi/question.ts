/** Questions, in lessons and in quizzes. */
export const question = {
	chooseOne: 'Chọn một câu.',
	chooseSeveral: 'Chọn tất cả những câu đúng.',
	chooseTrueFalse: 'Câu này đúng hay sai?',
	typeNumber: 'Gõ một con số.',
	typeText: 'Gõ câu trả lời ngắn.',
	yourAnswer: 'Câu trả lời của bạn',
	true: 'Đúng',
	false: 'Sai',
	hint: 'Xem gợi ý',
	verdict: {
		right: 'Đúng rồi',
		partly: 'Đúng một phần',
		wrong: 'Chưa đúng',
		waiting: 'Đã nhận câu trả lời',
	},
	explanation: 'Vì sao',
	solution: 'Câu trả lời đúng',
	and: ' và ',
};
