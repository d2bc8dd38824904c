/** What results say of a quiz and its questions: for teachers, who need not know statistics. */
export const analysis = {
	titleOf: (p: { title: string }) => `Kết quả: ${p.title}`,
	people: (p: { n: number }) => `${p.n} người làm`,
	attempts: (p: { n: number }) => `${p.n} lượt đã nộp`,
	passedFirst: (p: { percent: string }) => `${p.percent} đạt ngay lần đầu`,
	none: 'Chưa ai nộp bài này.',
	noneHere: 'Không có lượt làm nào như bạn chọn.',
	seeAll: 'Xem tất cả',
	few: (p: { n: number }) => `Mới có ${p.n} người làm: các con số dưới đây chưa chắc chắn.`,
	fewText: (p: { least: number }) => `Từ ${p.least} người trở lên thì các con số mới đáng tin.`,
	waiting: (p: { n: number }) => `${p.n} lượt vừa nộp sẽ được tính trong vài phút nữa.`,
	rushed: (p: { n: number }) => `${p.n} lượt trả lời nhanh hơn tốc độ đọc`,
	rushedText:
		'Ở mỗi lượt này, từ một nửa số câu trở lên được trả lời khi chưa ai kịp đọc câu hỏi. Các con số dưới đây có tính cả những lượt này.',
	excludeFast: 'Bỏ các câu trả lời quá nhanh',
	excluded: 'Đang bỏ các câu trả lời quá nhanh',
	excludedText: 'Lượt nào có từ một nửa số câu quá nhanh thì bỏ cả lượt.',
	includeFast: 'Tính cả các câu trả lời quá nhanh',

	findings: 'Điều cần xem lại',
	fine: 'Chưa thấy câu nào cần xem lại.',
	tooFew: 'Chưa đủ người làm để nói câu nào cần xem lại.',
	finding: {
		'key-maybe-wrong': (p: { item: string; option: string; percent: string }) =>
			`Câu ${p.item} có thể sai đáp án: người làm tốt thường chọn ${p.option}.`,
		'negative-discrimination': (p: { item: string; option: string; percent: string }) =>
			`Câu ${p.item}: người làm tốt lại hay sai hơn người làm chưa tốt.`,
		'too-hard': (p: { item: string; option: string; percent: string }) =>
			`Câu ${p.item} quá khó: trung bình chỉ được ${p.percent} số điểm.`,
		'too-easy': (p: { item: string; option: string; percent: string }) =>
			`Câu ${p.item} quá dễ: trung bình được ${p.percent} số điểm.`,
		'often-left-empty': (p: { item: string; option: string; percent: string }) =>
			`Câu ${p.item} hay bị bỏ trống: ${p.percent} số người không trả lời.`,
	},
	advice: {
		'key-maybe-wrong': 'Bạn đọc lại câu hỏi và đáp án. Đáp án sai thì sửa trong tệp của bài.',
		'negative-discrimination':
			'Có thể đáp án sai, hoặc câu hỏi hiểu được theo hai cách. Bạn nhờ một người đọc thử.',
		'too-hard': 'Bài học đã dạy điều này chưa? Câu hỏi đã rõ chưa?',
		'too-easy':
			'Gần như ai cũng đúng, nên câu này không cho biết ai hiểu bài. Vẫn nên giữ nếu đó là điều ai cũng phải biết.',
		'often-left-empty': 'Người học không hiểu phải làm gì, hay hết giờ? Bạn xem lại cách hỏi.',
	},
	flag: {
		'key-maybe-wrong': 'có thể sai đáp án',
		'negative-discrimination': 'người làm tốt hay sai',
		'too-hard': 'quá khó',
		'too-easy': 'quá dễ',
		'often-left-empty': 'hay bỏ trống',
		'few-people': 'ít người làm',
	},
	seeQuestion: (p: { item: string }) => `Xem câu ${p.item}`,

	whole: 'Cả bài',
	passRate: 'Đạt ngay lần đầu',
	passRateText: (p: { percent: string }) => `Tính cả những lần làm lại: ${p.percent} số lượt đạt.`,
	mean: 'Điểm trung bình',
	meanOf: (p: { score: string; max: string }) => `${p.score} trên ${p.max}`,
	medianText: (p: { points: string }) => `Một nửa số người được từ ${p.points} điểm trở lên.`,
	spread: 'Độ lệch chuẩn của điểm',
	spreadText:
		'Điểm của mọi người thường cách điểm trung bình chừng này. Càng lớn thì người giỏi và người yếu càng cách xa nhau.',
	alpha: 'Độ tin cậy (alpha)',
	reliability: {
		high: 'Cao: nếu làm một bài tương tự, thứ tự của mọi người gần như không đổi.',
		fair: 'Vừa phải: đủ cho một bài kiểm tra thường, chưa đủ để quyết định việc lớn.',
		low: 'Thấp: điểm còn tùy nhiều vào may rủi. Nên thêm câu, hoặc sửa những câu có độ phân biệt thấp.',
	},
	noReliability: 'Chưa tính được: cần ít nhất hai người, hai câu, và điểm khác nhau.',
	error: 'Sai số của điểm',
	errorText: (p: { points: string }) =>
		`Điểm của một người có thể cao hoặc thấp hơn sức thật khoảng ${p.points} điểm.`,
	skewness: 'Độ lệch về một phía',
	skewnessText:
		'Dưới 0: đa số được điểm cao, ít người điểm thấp. Trên 0: ngược lại. Gần 0: hai phía như nhau.',
	kurtosis: 'Độ nhọn',
	kurtosisText: 'Trên 0: điểm dồn vào giữa và vài người ở rất xa. Dưới 0: điểm trải đều.',

	distribution: 'Mỗi mức điểm có bao nhiêu người',
	distributionMost: (p: { n: number; points: string }) =>
		`Mức nhiều người nhất: ${p.points} điểm, có ${p.n} người.`,
	distributionTable: 'Xem bằng bảng',
	range: (p: { from: string; to: string }) => `từ ${p.from} đến dưới ${p.to}`,
	rangeTop: (p: { from: string; to: string }) => `từ ${p.from} đến ${p.to}`,
	points: 'Điểm',
	howMany: 'Số người',

	itemsTable: 'Bảng số liệu của các câu',
	optionsList: (p: { item: string }) => `Lựa chọn ở câu ${p.item}`,
	slicesTable: 'Bảng số liệu của các nhóm',
	items: 'Từng câu',
	itemsLead: 'Mỗi dòng là một câu. Bấm vào số câu để xem người làm đã chọn gì.',
	question: (p: { item: string }) => `Câu ${p.item}`,
	estimate: (p: { percent: string }) => `tác giả đoán ${p.percent}`,
	survey: 'Hỏi ý kiến',
	surveyNote: 'Câu này hỏi ý kiến, không có đáp án đúng.',
	sureList: (p: { item: string }) => `Người làm chắc đến mức nào ở ${p.item}`,
	sureCount: (p: { right: string; of: string }) => `đúng ${p.right} trên ${p.of} lần`,
	about: 'Tình huống:',
	itemSource: 'Nguồn:',
	expires: (p: { date: string }) => `Chỉ còn đúng đến ${p.date}.`,
	column: {
		question: 'Câu',
		attempts: 'Số lượt',
		facility: 'Độ dễ',
		deviation: 'Độ lệch chuẩn',
		discrimination: 'Độ phân biệt',
		efficiency: 'Hiệu quả phân biệt',
		seconds: 'Thời gian',
		empty: 'Bỏ trống',
		fast: 'Quá nhanh',
		difficulty: 'Độ khó theo mô hình (b)',
		slope: 'Độ dốc (a)',
	},
	seconds: (p: { n: number }) => `${p.n} giây`,
	untold: 'chưa tính được',
	former: 'đáp án trước đây',
	gone: 'không còn trong bài',
	uncounted: (p: { n: number }) => `${p.n} lượt không tính điểm`,
	formerQuestion: 'Câu hỏi cũ',

	answers: 'Người làm đã chọn gì',
	thirds: (p: { best: string; worst: string }) =>
		`Ở câu này, nhóm làm tốt được ${p.best} số điểm, nhóm làm chưa tốt được ${p.worst}.`,
	noThirds: 'Chưa chia được nhóm làm tốt và nhóm làm chưa tốt: điểm của mọi người còn như nhau.',
	noOptions: 'Câu này không có lựa chọn để đếm.',
	option: 'Lựa chọn',
	everybody: 'Tất cả',
	lower: 'Nhóm làm chưa tốt',
	upper: 'Nhóm làm tốt',
	key: 'đáp án',
	maybeKey: 'có thể là đáp án đúng',

	slices: 'Từng nhóm người',
	slicesLead: 'Bấm vào một nhóm để xem mọi con số của riêng nhóm ấy.',
	slicesFew: (p: { least: number }) => `“Ít người” là dưới ${p.least} người: chỉ để tham khảo.`,
	fewMark: 'ít người',
	part: 'Nhóm',
	partPeople: 'Số người',
	by: {
		version: 'Phiên bản của khóa',
		locale: 'Ngôn ngữ làm bài',
		group: 'Nhóm người học',
		assisted: 'Có người giúp hay không',
		channel: 'Cách làm bài',
		form: 'Đề',
	},
	assisted: { true: 'Có người giúp', false: 'Tự làm' },
	channel: { web: 'Trên mạng', offline: 'Khi không có mạng', paper: 'Trên giấy', class: 'Ở lớp' },
	form: (p: { form: string }) => `Đề ${p.form}`,
	unknown: 'Không rõ',

	choose: 'Chỉ xem một phần',
	all: 'Tất cả',
	fast: 'Câu trả lời quá nhanh',
	withFast: 'Tính cả',
	withoutFast: 'Bỏ đi',
	model: 'Thêm độ khó theo mô hình',
	models: { none: 'Không', '1pl': 'Mô hình Rasch (1PL)', '2pl': 'Mô hình 2PL' },
	show: 'Xem',
	showing: (p: { what: string }) => `Đang xem một phần: ${p.what}.`,
	modelOf: (p: { what: string; n: number }) =>
		`${p.what}: tính từ lần làm đầu của ${p.n} người gần đây nhất.`,
	modelUnsettled: 'Mô hình chưa ổn định: độ khó theo mô hình chưa chắc chắn.',
	modelNone: 'Chưa tính được mô hình: cần ít nhất hai câu có người đúng và có người sai.',
	download: 'Tải bảng về (CSV)',

	glossary: 'Các con số này nghĩa là gì?',
	means: {
		attempts: 'Câu này đã được hỏi bao nhiêu lần. Một người làm lại thì tính thêm.',
		facility:
			'Trung bình người làm được bao nhiêu phần điểm của câu. 100% là ai cũng đúng, 0% là không ai đúng.',
		deviation: 'Điểm câu này của mọi người khác nhau nhiều hay ít. 0 là ai cũng được điểm như nhau.',
		discrimination:
			'Người làm tốt các câu khác có hay đúng câu này hơn không, từ −100 đến 100. Càng cao thì câu này càng cho thấy ai hiểu bài. Gần 0 là không cho biết gì. Dưới 0 là người làm tốt lại hay sai.',
		efficiency: 'Độ phân biệt so với mức cao nhất mà một câu dễ khó như vậy có thể đạt. 100 là tốt nhất.',
		seconds: 'Trung bình bao lâu thì có câu trả lời đầu tiên.',
		empty: 'Bao nhiêu phần số lượt không trả lời câu này.',
		fast: (p: { n: number }) =>
			`Số câu trả lời có trước khi ai đó kịp đọc hết câu hỏi, dù đọc ${p.n} chữ mỗi giây.`,
		difficulty:
			'Người có sức học bằng chừng này thì đúng câu này một nửa số lần. 0 là sức học trung bình của những người đã làm, càng cao càng khó.',
		slope: 'Câu này tách người hiểu bài và người chưa hiểu rõ đến đâu. Càng cao càng rõ.',
	},
	thirdsTerm: 'Nhóm làm tốt, nhóm làm chưa tốt',
	thirdsMean:
		'Một phần ba số người được điểm cao nhất, và một phần ba được điểm thấp nhất, ở các câu còn lại của bài.',
	firstsTerm: 'Lần làm đầu',
	firstsMean:
		'Độ phân biệt, hiệu quả, lựa chọn, độ tin cậy và điểm của cả bài chỉ tính lần làm đầu của mỗi người. Các số khác tính mọi lần làm.',
	source: 'Cách tính là của phần thống kê bài kiểm tra trong hệ thống mở Moodle.',
};
