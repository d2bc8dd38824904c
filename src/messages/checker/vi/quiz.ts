import { list, maybe } from './say.ts';

interface Suggested {
	suggestion?: string | undefined;
}

/** Quizzes: questions, options, keys. */
export const quiz = {
	'attributes-unclosed': () => 'Phần {#…} ở cuối dòng chưa đóng. Hãy thêm dấu }.',
	'attributes-syntax': (p: { token: string }) =>
		`“${p.token}” không dùng được trong { } ở đây. Câu hỏi viết {#ma skill=4.1 points=1}, lựa chọn viết {#a}.`,
	'question-no-title': () => 'Câu hỏi không có lời. Hãy viết câu hỏi ngay sau dấu ##.',
	'tick-unreadable': (p: { tick: string }) =>
		`Không hiểu dấu “${p.tick}” trong [ ]. Viết [x] cho lựa chọn đúng và [ ] cho lựa chọn sai.`,
	'option-no-box': () =>
		'Dòng này bắt đầu bằng dấu gạch nhưng không có ô [ ], nên không rõ có phải lựa chọn không. Hãy viết “- [ ] …”, hoặc bỏ dấu gạch.',
	'option-empty': () => 'Lựa chọn này không có lời. Hãy viết lời sau dấu [ ], hoặc bỏ dòng này.',
	'option-duplicate': () => 'Lựa chọn này giống hệt một lựa chọn ở trên. Hãy viết khác đi, hoặc bỏ một.',
	'options-too-few': () => 'Câu hỏi chỉ có một lựa chọn. Hãy thêm ít nhất một lựa chọn nữa.',
	'options-too-many': (p: { most: number }) =>
		`Câu hỏi có quá nhiều mục: không câu trả lời nào kể được hơn ${p.most}. Hãy bỏ bớt từ dòng này, hoặc tách thành nhiều câu.`,
	'order-too-few': () =>
		'Câu .order cần ít nhất hai mục. Hãy viết mỗi mục một dòng, “1.” “2.” “3.”, theo đúng thứ tự.',
	'match-too-few': () =>
		'Câu .match cần ít nhất hai cặp. Hãy viết mỗi cặp một dòng “- vế trái => vế phải”; “- => vế phải” là vế thừa để nhiễu.',
	'match-one-target': () =>
		'Mọi vế trái đều đi với cùng một vế phải, nên không có gì để chọn. Hãy thêm một vế phải khác.',
	'match-same-words': () =>
		'Vế phải này giống hệt một vế phải ở trên nên không ai phân biệt được. Hãy viết khác đi, hoặc cho cả hai cùng một mã nếu là một lựa chọn.',
	'pair-unreadable': () => 'Dòng này chưa thành một cặp. Hãy viết “- vế trái => vế phải”.',
	'group-item-alone': () =>
		'Mục này thụt vào nhưng ở trên chưa có nhóm nào. Hãy viết tên nhóm trước, sát lề: “- Tên nhóm”, rồi các mục thụt vào hai dấu cách.',
	'group-too-few': () =>
		'Câu .group cần ít nhất hai nhóm có mục. Hãy viết “- Tên nhóm”, rồi các mục của nhóm thụt vào bên dưới.',
	'matrix-too-few': () =>
		'Câu .matrix cần ít nhất hai dòng và hai cột. Hãy viết một bảng: dòng đầu là tên các cột, mỗi dòng sau có một dấu x ở cột đúng.',
	'matrix-row-open': () => 'Dòng này chưa có cột đúng. Hãy viết x vào một ô của dòng.',
	'matrix-row-twice': () =>
		'Dòng này có hơn một dấu x. Mỗi dòng chỉ có một cột đúng; hãy bỏ bớt, hoặc tách thành hai dòng.',
	'matrix-no-column': () => 'Dấu x này nằm ngoài các cột của bảng. Hãy thêm cột ở dòng đầu, hoặc bỏ ô này.',
	'matrix-one-column': () =>
		'Mọi dòng đều đúng ở cùng một cột, nên chọn mò một cột là được hết. Hãy thêm dòng đúng ở cột khác.',
	'matrix-cell': (p: { written: string }) =>
		`Không hiểu “${p.written}” trong ô này. Viết x vào ô đúng, và để trống các ô khác.`,
	'blanks-none': () =>
		'Câu .blanks chưa có chỗ trống nào. Hãy viết vào lời của câu: “[= Hà Nội | Hanoi]” để gõ, hoặc “[( ) sông | (x) núi]” để chọn.',
	'blank-unclosed': () =>
		'Chỗ trống này chưa đóng. Hãy thêm dấu ] trên cùng dòng; dấu ] nằm trong lời thì viết \\].',
	'blank-empty': () =>
		'Trong chỗ trống này có đáp án để trắng, không ai gõ trúng được. Hãy viết đáp án, cách nhau bằng dấu |.',
	'blank-choice-no-box': () =>
		'Lựa chọn này chưa có ô ( ). Hãy viết “( )” trước lựa chọn sai và “(x)” trước lựa chọn đúng.',
	'blank-ticks': (p: { ticks: number }) =>
		`Chỗ trống này có ${p.ticks} lựa chọn đúng, mà cần đúng một. Hãy viết (x) trước một lựa chọn.`,
	'blank-id-tells': (p: { id: string }) =>
		`Mã “${p.id}” là chính đáp án nên lộ đáp án. Hãy đặt mã theo điều được hỏi, ví dụ {#thu-do}.`,
	'hotspot-no-picture': () =>
		'Câu .hotspot chưa có hình. Hãy thêm một dòng riêng dưới câu hỏi: “![Lời tả hình](media/hinh.png)”.',
	'hotspot-pictures': (p: { pictures: number }) =>
		`Câu .hotspot có ${p.pictures} hình nên không rõ các vùng nằm trên hình nào. Hãy để lại một hình.`,
	'hotspot-no-size': (p: { path: string }) =>
		`Không biết hình “${p.path}” rộng và cao bao nhiêu, nên không đặt được vùng lên hình. Hãy thêm viewBox vào tệp SVG, hoặc lưu lại hình thành PNG.`,
	'region-missing': () =>
		'Lựa chọn này chưa cho biết vùng của nó trên hình. Hãy thêm vào cuối dòng, ví dụ {at=10,70,20,15}: cách mép trái, cách mép trên, rộng, cao, tính theo phần trăm của hình.',
	'region-unreadable': (p: { value: string }) =>
		`Không đọc được vùng “${p.value}”. Hãy viết bốn số, cách nhau bằng dấu phẩy, ví dụ at=10,70,20,15: cách mép trái, cách mép trên, rộng, cao, tính theo phần trăm của hình. Số lẻ viết dấu chấm: 12.5.`,
	'region-outside': (p: { value: string }) =>
		`Vùng “${p.value}” lọt ra ngoài hình: số thứ nhất cộng số thứ ba, và số thứ hai cộng số thứ tư, không được quá 100.`,
	'region-unused': () =>
		'“at=” và “.round” chỉ dùng cho vùng trên hình, trong câu .hotspot. Hãy bỏ đi, hoặc ghi .hotspot ở dòng ##.',
	'regions-overlap': () =>
		'Vùng này chồng lên một vùng ở trên, nên chạm vào đó không rõ là chọn vùng nào. Hãy thu nhỏ hoặc dời một vùng.',
	'id-tells-key': (p: { id: string }) =>
		`Mã “${p.id}” nói ra đúng hay sai nên lộ đáp án. Hãy đặt mã theo lời của vùng, ví dụ {#nut-goi}.`,
	'ids-tell-order': () =>
		'Các mã đếm theo thứ tự (a, b, c hoặc 1, 2, 3) nên lộ đáp án. Hãy đặt mã theo lời của từng mục, hoặc xóa mã rồi chạy “check --fix”.',
	'feedback-unused': () =>
		'Câu hỏi loại này không có lời nhận xét cho từng mục. Hãy chuyển lời sau dấu > vào dòng “!” ở cuối câu.',
	'no-answer': () =>
		'Câu hỏi chưa có cách trả lời. Hãy thêm các dòng “- [ ] …” và “- [x] …”, hoặc một dòng “= đáp án”. Câu .order viết “1.” “2.”, câu .match viết “- vế trái => vế phải”, câu .group viết “- nhóm” và các mục thụt vào, câu .matrix viết một bảng, câu .blanks viết “[= đáp án]” trong lời. Câu do người chấm ghi .essay (bài viết) hoặc .file (ảnh) ở dòng ##.',
	'no-right-answer': () => 'Chưa có lựa chọn nào được đánh dấu đúng. Hãy viết [x] ở lựa chọn đúng.',
	'single-several': (p: { ticks: number }) =>
		`Câu này là .single nhưng có ${p.ticks} lựa chọn đúng. Hãy để lại một dấu [x], hoặc đổi thành .multiple.`,
	'answer-mixed': () =>
		'Câu hỏi có hơn một cách trả lời (lựa chọn, dòng “=”, chỗ trống trong lời), nên không rõ là loại nào. Hãy giữ một cách.',
	'answer-twice': () =>
		'Câu hỏi có hơn một dòng “=”. Hãy viết các đáp án trên một dòng, cách nhau bằng dấu |, ví dụ “= Hà Nội | Hanoi”.',
	'kind-mismatch': (p: { kind: string }) =>
		`Câu này ghi là .${p.kind} nhưng đáp án viết theo loại khác. Hãy sửa một trong hai.`,
	'kind-unknown': (p: { kind: string; known: string[] } & Suggested) =>
		`Không có loại câu hỏi .${p.kind}.${maybe(p.suggestion)} Dùng được: ${list(p.known)}.`,
	'number-unreadable': (p: { written: string }) =>
		`Không đọc được số trong “${p.written}”. Hãy viết như “= 35”, “= 35 ± 0,5” hoặc “= 30..40”; có đơn vị đi sau thì thêm unit=optional ở dòng ##.`,
	'unit-missing': () => 'Câu có “unit=” nhưng sau số chưa có đơn vị. Hãy viết như “= 35 ± 0,5 km | cây số”.',
	'unit-unused': () => '“unit=” chỉ dùng cho câu trả lời bằng số. Câu này không phải. Hãy bỏ “unit=”.',
	'translation-unit-missing': (p: { unit: string }) =>
		`Câu gốc có đơn vị. Hãy thêm unit=${p.unit} ở dòng ## của bản dịch, và một dòng “= số đơn vị” với đơn vị của tiếng này.`,
	'number-range': (p: { written: string }) =>
		`Trong “${p.written}”, số đầu lớn hơn số cuối, hoặc sai số nhỏ hơn 0. Hãy viết số nhỏ trước.`,
	'text-empty': () =>
		'Sau dấu “=” có chỗ trống, không ai gõ trúng được. Hãy viết đáp án, cách nhau bằng dấu |.',
	'marks-unused': () =>
		'“.dau” chỉ dùng cho câu gõ chữ: nó bắt gõ đủ dấu. Câu này không gõ chữ. Hãy bỏ “.dau”.',
	'truefalse-word': (p: { word: string }) =>
		`“= ${p.word}” là câu điền chữ: người học phải gõ đúng chữ này. Nếu là câu đúng sai, hãy viết “= true” hoặc “= false”.`,
	'digits-as-words': (p: { written: string; why: string }) =>
		`“${p.written}” được chấm như chữ: người học phải gõ đúng từng chữ này. ${digits[p.why] ?? digits.unit} Nếu đúng ý là chữ, hãy thêm .text vào { } ở dòng ## của câu.`,
	'skill-unreadable': (p: { value: string }) =>
		`“skill=${p.value}” chưa đúng. Hãy viết mã năng lực, ví dụ skill=4.1.`,
	'teaches-unreadable': (p: { value: string }) =>
		`“teaches=${p.value}” chưa đúng. Hãy viết mã bài học, hoặc mã bài và tên mục, ví dụ teaches=goi-dien#nghe-may.`,
	'teaches-no-lesson': (p: { id: string } & Suggested) =>
		`“teaches” nêu bài học “${p.id}”, nhưng khóa học không có bài này.${maybe(p.suggestion)} Hãy sửa mã.`,
	'teaches-no-heading': (p: { lesson: string; heading: string } & Suggested) =>
		`Bài “${p.lesson}” không có mục nào ứng với “#${p.heading}”.${maybe(p.suggestion)} Tên mục viết không dấu, nối bằng gạch.`,
	'teaches-nowhere': () =>
		'Câu có tính điểm này chưa nói học ở đâu, nên người làm sai không biết xem lại bài nào. Hãy thêm “teaches=ma-bai#ten-muc”, hoặc một “skill=” mà có bài học dạy.',
	'retry-after-unreadable': (p: { written: string }) =>
		`“${p.written}” không phải là thời gian chờ. Hãy viết số giờ hoặc số ngày, ví dụ “retry_after: 24h” hay “2d”, hoặc “none”.`,
	'retry-after-unused': () =>
		'Bài này không giới hạn số lần làm, nên “retry_after” không có tác dụng. Hãy bỏ dòng này, hoặc thêm “attempts”.',
	'wait-unreadable': (p: { written: string }) =>
		`“${p.written}” không phải là thời gian chờ. Hãy viết số phút, số giờ hoặc số ngày, ví dụ “wait: 30m”, “2h” hay “1d”.`,
	'moment-unreadable': (p: { field: string; written: string }) =>
		`Không đọc được “${p.written}”. Hãy viết ngày, hoặc ngày và giờ, ví dụ “${p.field}: 2026-12-01” hay “${p.field}: 2026-12-01 08:00”.`,
	'closes-before-opens': () => 'Bài đóng trước khi mở, nên không ai làm được. Hãy sửa “opens” hoặc “closes”.',
	'show-needs-closes': (p: { part: string }) =>
		`“${p.part}: after-closing” chờ đến lúc bài đóng, nhưng bài này không có lúc đóng. Hãy thêm “closes”, hoặc chọn lúc khác.`,
	'policy-unused': (p: { field: string; kind: string }) =>
		`“${p.field}” không dùng cho câu tự luyện (kind: practice): câu tự luyện làm lúc nào cũng được và cho biết kết quả ngay. Hãy bỏ dòng này, hoặc đổi “kind”.`,
	'points-unreadable': (p: { value: string }) =>
		`“points=${p.value}” chưa đúng. Điểm là một số lớn hơn 0 và không quá 100, ví dụ points=2.`,
	'item-value-unknown': (p: { field: string; value: string; known: string } & Suggested) =>
		`“${p.field}=${p.value}” chưa đúng.${maybe(p.suggestion)} Có thể viết: ${p.known}.`,
	'draw-misses': (p: { draw: number; skills: number }) =>
		`Mỗi lần làm chỉ lấy ${p.draw} câu, mà bài đánh giá ${p.skills} năng lực, nên lần nào cũng bỏ sót năng lực. Hãy đặt draw từ ${p.skills} trở lên.`,
	'forms-too-few': (p: { forms: number; draw: number; full: number; lacking: string[] }) =>
		`Bài cần ${p.forms} đề, mỗi đề ${p.draw} câu, không câu nào có trong hai đề. Với các câu hiện có, mỗi đề chỉ được ${p.full} câu.${p.lacking.length === 0 ? '' : ` Để mỗi đề thêm được một câu, còn thiếu: ${list(p.lacking)}.`} Hãy viết thêm câu, hoặc giảm draw.`,
	'forms-lose-skill': (p: { of: string; there: number; lacks: number }) =>
		`Không đề nào có câu ${p.of}: năng lực này chỉ có ${p.there} câu, còn thiếu ${p.lacks} câu để đề nào cũng có. Hãy viết thêm câu, hoặc bỏ forms.`,
	'forms-uneven': (p: { of: string; there: number; lacks: number }) =>
		`Câu ${p.of === '' ? 'không ghi năng lực' : p.of} chỉ có ${p.there}, nên không vào đề nào. Thêm ${p.lacks} câu như thế thì đề nào cũng có.`,
	'variant-other-skill': (p: { variant: string }) =>
		`Các câu “variant-of=${p.variant}” thay nhau trong đề, nên phải cùng một năng lực (skill). Câu này có năng lực khác.`,
	'criterion-points': () =>
		'Trong câu do người chấm, mỗi tiêu chí ghi số điểm trong [ ], ví dụ “- [2] Nêu đủ ba bước”. Điểm từ 0,25 đến 100, lẻ đến một phần tư.',
	'criterion-sum': (p: { points: number; sum: number }) =>
		`Câu ghi points=${p.points} nhưng các tiêu chí cộng lại là ${p.sum}. Hãy sửa một trong hai, hoặc bỏ points.`,
	'length-unused': (p: { field: string }) =>
		`“${p.field}=” chỉ dùng cho câu .essay: nó nói bài viết dài bao nhiêu. Hãy bỏ phần này.`,
	'length-unreadable': (p: { field: string; value: string; most: number }) =>
		`“${p.field}=${p.value}” chưa đúng. Hãy viết ${p.field === 'words' ? 'words=50..200, words=50.. hoặc words=..200' : 'số dòng, ví dụ lines=8'}, nhiều nhất là ${p.most}.`,
	'sending-unused': (p: { field: string }) =>
		`“${p.field}=” chỉ dùng cho câu .file: nó nói gửi được tệp nào. Hãy bỏ phần này.`,
	'megabytes-unreadable': (p: { value: string; most: number }) =>
		`“mb=${p.value}” chưa đúng. Hãy viết số MB nhiều nhất của một tệp, từ 1 đến ${p.most}, ví dụ mb=5.`,
	'file-in-practice': () =>
		'Câu .file cần người xem ảnh và chấm, mà câu tự luyện (kind: practice) không ai chấm. Hãy chuyển câu này sang bài kind: quiz hoặc exam.',
	'agree-range': (p: { written: string }) =>
		`“${p.written}” không phải là một phần của số điểm. Hãy viết từ 0% đến 100%, ví dụ “agree_within: 20%”.`,
	'quiz-empty': () => 'Bài này chưa có câu hỏi. Mỗi câu bắt đầu bằng một dòng “## Câu hỏi”.',
	'draw-too-many': (p: { draw: number; pool: number }) =>
		`draw là ${p.draw} nhưng bài chỉ có ${p.pool} câu để lấy (không kể câu thử, câu đã bỏ; các câu thay nhau tính là một). Hãy giảm draw hoặc viết thêm câu hỏi.`,
	'pass-range': (p: { written: string }) =>
		`“${p.written}” không phải là phần điểm cần đạt. Hãy viết từ 0% đến 100%, ví dụ “pass: 70%”.`,
};

const digits: Record<string, string> = {
	nought: 'Số 0 ở đầu được giữ lại, như ở số điện thoại.',
	unit: 'Nếu là số, hãy thêm unit=optional (hoặc unit=required, bắt gõ đơn vị) vào { } ở dòng ## của câu.',
	several: 'Nếu là số, hãy viết khoảng như “30..40”, hoặc sai số như “35 ± 1”.',
};
