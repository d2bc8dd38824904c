/**
 * Vietnamese words of two and three syllables that stand in headings. A space within one is none at which a line may
 * end: "Giấy chứng / nhận" is read as two words that are none. Measured by `tests/e2e/headings.spec.ts`.
 */
export const compounds = `
	giấy chứng nhận, giấy chứng, chứng nhận, đăng nhập, đăng xuất, đăng ký, tài khoản, mật khẩu, khóa học, bài học, bài làm,
	bài kiểm tra, kiểm tra, câu hỏi, câu trả lời, trả lời, kết quả, việc học, người học, người khác, người dân, người già,
	người lạ, người thân, người nhà, điện thoại, thông minh, máy tính, màn hình, thiết bị, máy chủ, máy này, cài đặt, tải về,
	trợ giúp, hướng dẫn, xác nhận, xác thực, xác định, quản lý, quản trị, khôi phục, sao lưu, dự phòng, bảo vệ, bảo mật,
	an toàn, riêng tư, dữ liệu, cá nhân, thông tin, nội dung, công nghệ, kỹ năng, kỹ thuật, năng lực, trang đầu, trang này,
	trình duyệt, đường dẫn, kết nối, ứng dụng, trí tuệ, nhân tạo, văn bản, văn phòng, tài liệu, nội bộ, bí mật, nhà nước,
	cơ quan, cán bộ, công chức, công việc, công bằng, trách nhiệm, minh bạch, định kiến, báo cáo, tóm tắt, soạn thảo,
	danh sách, danh bạ, bảng biểu, công thức, đáp số, nguyên tắc, căn cứ, pháp luật, tình huống, hằng ngày, luyện tập,
	ví dụ, chương trình, trao đổi, góp ý, yêu cầu, quyết định, lừa đảo, kẻ gian, dấu hiệu, cẩn thận, cảnh giác, giữa đường,
	nghỉ chân, bước đầu, bắt đầu, tiếp tục, hoàn thành, học xong, học tiếp, nội quy, ngôn ngữ, cỡ chữ, giọng nói, tin nhắn,
	gọi điện, cuộc gọi, nghe máy, chụp ảnh, chụp hình, hình ảnh, khuôn mặt, quen biết, cao tuổi, hợp tác, hợp tác xã,
	kinh doanh, học sinh, sinh viên, lao động, tỉnh táo, cuối khóa, giữa khóa, xem lại, làm lại, làm tiếp, học lại, học thêm,
	chúc mừng, tuyệt vời, hết giờ, hết hạn, hiệu lực, thu hồi, thay thế, số hiệu, họ tên, họ và tên, tên đăng nhập, ngày cấp,
	hiện ra, kỹ càng, còn lại, bây giờ, tạm thời, nhật ký, hoạt động, thành công, không thể, có thể, tại sao, vì sao, thế nào,
	như thế nào, bao nhiêu, bao giờ, giúp đỡ, tình nguyện, con cháu, gia đình, cộng đồng, mạng xã hội, xã hội,
	không dây, bàn phím, nút nguồn, pin yếu, sạc pin, mất máy, khẩn cấp, cấp cứu, thanh toán, ngân hàng, chuyển khoản, chuyển tiền,
	mua bán, bán hàng, đơn hàng, dịch vụ, hành chính, công cộng, trực tuyến, hồ sơ, thủ tục, phản ánh, đặt lịch, tìm kiếm
`
	.split(',')
	.map((word) => word.trim());
