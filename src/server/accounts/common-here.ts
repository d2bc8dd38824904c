/** What people here choose, in Vietnamese, Khmer and the names of what they use, beside the list of the whole world. */
const lists = [
	// Words for the thing itself.
	'mật khẩu, mật khẩu của tôi, mật mã, mã bí mật, không có mật khẩu, quên mật khẩu, đăng nhập, tài khoản',
	'tài khoản của tôi, quản trị, quản trị viên, người dùng, bí mật, quên rồi, không biết, không nhớ, không cho',
	'mở ra, mở cửa, vừng ơi mở ra, xin chào, chào bạn',
	// Love and family.
	'anh yêu em, em yêu anh, yêu em, yêu anh, yêu em nhiều, yêu anh nhiều, yêu em mãi mãi, mãi mãi yêu em',
	'mãi yêu em, mãi yêu anh, anh nhớ em, em nhớ anh, nhớ em, nhớ anh, tình yêu, tình yêu của tôi, người yêu',
	'người yêu cũ, vợ yêu, chồng yêu, con yêu, bé yêu, mẹ yêu, yêu mẹ, con yêu mẹ, mẹ yêu con, con yêu ba mẹ',
	'bố mẹ, ba mẹ, cha mẹ, gia đình, gia đình tôi, gia đình là số một, hạnh phúc, gia đình hạnh phúc, con trai',
	'con gái, cháu ngoan, bạn thân, tôi yêu bạn, tôi yêu em, tôi yêu việt nam, một mình, cô đơn, đẹp trai',
	'xinh gái, dễ thương',
	// Hope and luck.
	'may mắn, phát tài, phát lộc, phát đạt, lộc phát, thành công, cố gắng lên, cố lên, triệu phú, tỷ phú, thần tài',
	'bình an, vạn sự như ý, chúc mừng năm mới, sinh nhật, ngày sinh, mùa xuân, mùa thu, mùa hè, mùa đông',
	'mặt trời, mặt trăng, ngôi sao, thiên thần, thiên sứ, ác quỷ, công chúa, hoàng tử, anh hùng, con mèo, mèo con',
	'con chó, gấu con, con gấu, bươm bướm',
	// Places and people.
	'việt nam, việt nam vô địch, tôi là người việt nam, việt nam quê hương tôi, quê hương, hà nội, sài gòn',
	'hồ chí minh, bác hồ, thành phố hồ chí minh, đà nẵng, cần thơ, hải phòng, an giang, cà mau, huế thương',
	'miền tây, bóng đá, học sinh, sinh viên, giáo viên, bộ đội, công an, nguyễn văn a, nguyễn thị a, trần văn a',
	// What people use.
	'cùng học, facebook, zalo, tiktok, youtube, viettel, mobifone, vinaphone, vietnamobile, vietcombank, agribank',
	'momo, vneid, liên quân, liên minh, free fire, võ lâm, game thủ, wifi free, admin admin, abc xyz',
	// Khmer, in its own letters and in Latin ones.
	'ពាក្យសម្ងាត់, លេខសម្ងាត់, ខ្ញុំស្រលាញ់អ្នក, បងស្រលាញ់អូន, អូនស្រលាញ់បង, កម្ពុជា, ខ្មែរ, សួស្តី, srolanh',
	'bong srolanh oun, oun srolanh bong, cambodia, kampuchea, phnom penh, angkor wat',
];
export const ofHere: readonly string[] = lists.flatMap((list) => list.split(', '));
