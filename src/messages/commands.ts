/** What the commands say to an author or operator, in Vietnamese or English (by LANG). */
const vi = {
	usage: `Cách dùng: npm run --silent cung-hoc -- <lệnh>

  check [thư mục] [--fix] [--json] [--locale vi|en]   xem lỗi của các khóa học
  publish <thư mục> [--note "…"]                      xuất bản khóa học, máy chủ đang chạy vẫn dùng được
  withdraw <mã khóa học> [--note "…"]                 rút một khóa học, không ai bắt đầu học được nữa
  analyse <điểm.csv> [--json] [--irt 1pl|2pl]         xem câu hỏi nào có vấn đề, từ bảng điểm hay câu trả lời
      [--key đáp-án.csv] [--max 1] [--first names]
  record <thư mục khóa học> [bài …] [--locale vi]     tạo bản đọc nháp bằng giọng máy (cần espeak-ng)
      [--voice vi-vn-x-south] [--speed 140] [--replace]
  grade <bài.quiz.md> --answers <trả lời.json>        chấm câu trả lời mà không cần máy chủ
      [--locale vi|km|en] [--json]
  import <tệp> --format <định dạng> --to <thư mục>    nhận câu hỏi từ hệ thống khác (xem docs/exchange.md)
  export <khóa học> --format <định dạng> --to <tệp>   đưa câu hỏi sang hệ thống khác
      [--locale vi|km|en] [--json]
  grant <tên đăng nhập> <vai trò> [phạm vi]           giao vai trò: instructor, facilitator, coordinator, admin
      [--from 2026-12-01] [--until 2027-03-31]        từ ngày nào, đến hết ngày nào
  revoke <tên đăng nhập> <vai trò> [phạm vi]          thôi vai trò đã giao
  regrade <khóa học> <mã câu hỏi> --reason "…"         chấm lại một câu ghi nhầm đáp án; xem trước ai thay đổi
      --way new-key|full-credit|drop [--scope older|all] [--apply] [--json]
  recover <tên đăng nhập>                             tạo mã dùng một lần cho người quên mật khẩu
  reset-second-step <tên đăng nhập>                   gỡ đăng nhập hai bước cho người mất điện thoại
  move <postgres://…>                                 chuyển dữ liệu sang PostgreSQL (dừng máy chủ trước)`,
	noFolder: (p: { folder: string }) => `Không có thư mục ${p.folder}.`,
	needFolder: 'Cần tên thư mục. Ví dụ: publish courses',
	needCourseFolder: 'Cần thư mục của một khóa học (có tệp course.yaml). Ví dụ: record courses/khoa-cua-toi',
	badSpeed: 'Tốc độ đọc là số từ 80 đến 300 (từ mỗi phút). Ví dụ: --speed 140',
	badLocale: (p: { locale: string }) => `Không có ngôn ngữ "${p.locale}". Chọn vi, km hoặc en.`,
	errorsFirst: (p: { n: number }) =>
		`Khóa học có ${p.n} lỗi nên chưa biết đọc gì. Hãy chạy check và sửa hết lỗi trước.`,
	unknownLesson: (p: { lesson: string }) => `Khóa này không có bài nào mang mã "${p.lesson}".`,
	noSynthesiser: (p: { program: string }) =>
		`Máy này chưa có phần mềm đọc ${p.program}. Trên Debian hoặc Ubuntu: sudo apt install espeak-ng. Trên macOS: brew install espeak-ng. Trên Windows: winget install eSpeak-NG.eSpeak-NG. Xong rồi chạy lại lệnh này.`,
	noVoice: (p: { program: string; locale: string }) =>
		`${p.program} không có giọng đọc cho "${p.locale}", nên các bài ngôn ngữ này chưa có bản đọc. Hãy nhờ người đọc và ghi âm.`,
	unknownVoice: (p: { voice: string; known: string }) =>
		`Không có giọng "${p.voice}". Chọn một trong: ${p.known}.`,
	keptPerson: (p: { path: string }) =>
		`Giữ nguyên ${p.path}: bản này do người đọc. Muốn thay bằng giọng máy, thêm --replace.`,
	keptMachine: (p: { path: string }) => `Giữ nguyên ${p.path}: vẫn khớp với bài.`,
	roughCues: (p: { path: string }) => `Đã viết ${p.path} với giờ gần đúng. Hãy nghe và sửa lại giờ cho khớp.`,
	recorded: (p: { path: string; kilobytes: number; seconds: number }) =>
		`Đã tạo ${p.path}: ${p.kilobytes} KB, ${p.seconds} giây. Giọng máy, trang sẽ ghi rõ như vậy. Hãy nghe lại trước khi xuất bản.`,
	compared: 'Có đối chiếu với những gì máy chủ này đã xuất bản.',
	notCompared: (p: { why: string }) =>
		`Chưa đối chiếu được với những gì đã xuất bản, vì không hỏi được máy chủ: ${p.why}`,
	needRegrade:
		'Cần mã khóa học, mã câu hỏi, cách chấm và lý do. Ví dụ: regrade ai-cong-vu cau-ba --way new-key --reason "Đáp án ghi nhầm B."',
	needGrant: 'Cần tên đăng nhập và vai trò. Ví dụ: grant lan admin',
	needRevoke: 'Cần tên đăng nhập và vai trò. Ví dụ: revoke lan admin',
	noScope: 'Quản trị viên có quyền ở mọi nơi, nên không ghi phạm vi. Ví dụ: grant lan admin',
	badDay: (p: { day: string }) => `"${p.day}" không phải là ngày. Viết như 2026-12-01.`,
	badDates: 'Vai trò phải kết thúc sau khi bắt đầu, và sau hôm nay.',
	badRole: (p: { role: string; roles: string }) =>
		`Không có vai trò "${p.role}". Chọn một trong: ${p.roles}.`,
	unknownUser: (p: { username: string }) => `Không có ai dùng tên đăng nhập "${p.username}".`,
	granted: (p: { username: string; role: string; scope: string }) =>
		`${p.username} nay có vai trò ${p.role}${p.scope && ` (${p.scope})`}.`,
	grantedBefore: (p: { username: string; role: string; scope: string }) =>
		`${p.username} đã có vai trò ${p.role}${p.scope && ` (${p.scope})`} từ trước.`,
	revoked: (p: { username: string; role: string; scope: string }) =>
		`${p.username} thôi vai trò ${p.role}${p.scope && ` (${p.scope})`}.`,
	notHeld: (p: { username: string; role: string; scope: string }) =>
		`${p.username} hiện không có vai trò ${p.role}${p.scope ? ` (${p.scope})` : ' không kèm phạm vi'}.`,
	keptAtStart: (p: { n: number }) =>
		`Có ${p.n} lỗi trong các khóa học; khóa học có lỗi giữ bản tốt gần nhất. Xem: npm run check`,
	oldUsername: (p: { name: string }) =>
		`Tên đăng nhập ${p.name} giờ được coi là một với tên của tài khoản khác; chủ tài khoản vẫn đăng nhập được khi viết đúng như vậy.`,
	noAdministrator:
		'  Chưa có quản trị viên. Đăng ký một tài khoản trên trang, rồi chạy:\n  npm run --silent cung-hoc -- grant <tên đăng nhập> admin',
	published: (p: { course: string; version: string }) => `Đã xuất bản ${p.course}, phiên bản ${p.version}.`,
	unchanged: (p: { courses: string }) => `Không đổi: ${p.courses}.`,
	left: (p: { course: string }) =>
		`Khóa học ${p.course} xuất bản từ thư mục này, nay không còn trong thư mục. Người học vẫn thấy khóa học. Nếu muốn thôi, chạy: withdraw ${p.course}`,
	kept: (p: { n: number }) => `Có ${p.n} lỗi. Khóa học có lỗi giữ bản tốt gần nhất.`,
	needUrl: 'Cần địa chỉ cơ sở dữ liệu. Ví dụ: move postgres://nguoi:matkhau@may/cung_hoc',
	moved: (p: { rows: number; people: number }) =>
		`Đã chuyển ${p.rows} dòng, ${p.people} người học. Từ nay khởi động với DATABASE_URL là địa chỉ đó.`,
	needCourse: 'Cần mã khóa học. Ví dụ: withdraw khoa-cu',
	unknownCourse: (p: { course: string }) => `Không có khóa học "${p.course}" đang mở.`,
	withdrawn: (p: { course: string }) =>
		`Đã rút khóa học ${p.course}. Bài đang làm dở vẫn nộp được. Nếu khóa học còn trong thư mục, lần xuất bản sau sẽ mở lại.`,
	noAnswer:
		'Máy chủ đã nhận lệnh nhưng chưa trả lời. Có thể lệnh đã chạy xong. Hãy xem lại kết quả trước khi chạy lệnh lần nữa.',
	needReset: 'Cần tên đăng nhập. Ví dụ: reset-second-step lan',
	secondStepReset: (p: { username: string }) =>
		`${p.username} nay đăng nhập chỉ bằng mật khẩu. Hãy dặn người ấy bật lại với điện thoại mới.`,
	noSecondStep: (p: { username: string }) => `${p.username} không bật đăng nhập hai bước.`,
	needUsername: 'Cần tên đăng nhập. Ví dụ: recover lan',
	code: (p: { username: string; code: string; until: string }) =>
		`Mã cho ${p.username}: ${p.code}\nDùng một lần, đến ${p.until}. Người ấy nhập mã ở trang "Quên mật khẩu".`,
};

const en: typeof vi = {
	usage: `Usage: npm run --silent cung-hoc -- <command>

  check [folder] [--fix] [--json] [--locale vi|en]   show what is wrong in courses
  publish <folder> [--note "…"]                      publish courses, also while the server runs
  withdraw <course> [--note "…"]                     take a course away; nobody can start it any more
  analyse <scores.csv> [--json] [--irt 1pl|2pl]       figures of a test and its items, from scores or answers
      [--key key.csv] [--max 1] [--first names]
  record <course folder> [lesson …] [--locale vi]    make drafts of recordings by a machine voice (needs espeak-ng)
      [--voice vi-vn-x-south] [--speed 140] [--replace]
  grade <quiz.md> --answers <answers.json>           grade answers without a server
      [--locale vi|km|en] [--json]
  import <file> --format <format> --to <folder>      take questions from other systems (see docs/exchange.md)
  export <course> --format <format> --to <file>      give questions to other systems
      [--locale vi|km|en] [--json]
  grant <username> <role> [scope]                    give a role: instructor, facilitator, coordinator, admin
      [--from 2026-12-01] [--until 2027-03-31]       from which day, to the end of which day
  revoke <username> <role> [scope]                   end a role that was given
  regrade <course> <question> --reason "…"           grade a question with a wrong key again; shows who changes
      --way new-key|full-credit|drop [--scope older|all] [--apply] [--json]
  recover <username>                                 make a one-time code for who forgot the password
  reset-second-step <username>                       end two-step sign-in for who lost the phone
  move <postgres://…>                                copy the data to PostgreSQL (stop the server first)`,
	noFolder: (p) => `There is no folder ${p.folder}.`,
	needFolder: 'A folder is needed. Example: publish courses',
	needCourseFolder:
		'The folder of a course is needed (with a course.yaml). Example: record courses/my-course',
	badSpeed: 'The speed is a number from 80 to 300 (words a minute). Example: --speed 140',
	badLocale: (p) => `There is no language "${p.locale}". Choose vi, km or en.`,
	errorsFirst: (p) =>
		`The course has ${p.n} ${p.n === 1 ? 'error' : 'errors'}, so it is not known what to read. Run check and mend them first.`,
	unknownLesson: (p) => `No lesson of this course has the id "${p.lesson}".`,
	noSynthesiser: (p) =>
		`The synthesiser ${p.program} is not installed on this machine. On Debian or Ubuntu: sudo apt install espeak-ng. On macOS: brew install espeak-ng. On Windows: winget install eSpeak-NG.eSpeak-NG. Then run this again.`,
	noVoice: (p) =>
		`${p.program} has no voice for "${p.locale}", so lessons in it get no recording. Ask a person to read them.`,
	unknownVoice: (p) => `There is no voice "${p.voice}". Choose one of: ${p.known}.`,
	keptPerson: (p) =>
		`Left ${p.path} as it is: a person reads there. To put a machine voice in its place, add --replace.`,
	keptMachine: (p) => `Left ${p.path} as it is: it still fits the lesson.`,
	roughCues: (p) => `Wrote ${p.path} with rough times. Listen, and correct them.`,
	recorded: (p) =>
		`Made ${p.path}: ${p.kilobytes} KB, ${p.seconds} seconds. A machine voice, and the page says so. Listen to it before you publish.`,
	compared: 'Compared with what this server has published.',
	notCompared: (p) =>
		`Not compared with what has been published, since the server could not be asked: ${p.why}`,
	needRegrade:
		'Needs a course, a question, a way and a reason. For example: regrade ai-cong-vu cau-ba --way new-key --reason "The key said B."',
	needGrant: 'A user name and a role are needed. Example: grant lan admin',
	needRevoke: 'A user name and a role are needed. Example: revoke lan admin',
	noScope: 'An administrator is one everywhere, so no scope is given. Example: grant lan admin',
	badDay: (p) => `"${p.day}" is no day. Write it like 2026-12-01.`,
	badDates: 'A role must end after it begins, and after today.',
	badRole: (p) => `There is no role "${p.role}". Choose one of: ${p.roles}.`,
	unknownUser: (p) => `Nobody uses the user name "${p.username}".`,
	granted: (p) => `${p.username} now has the role ${p.role}${p.scope && ` (${p.scope})`}.`,
	grantedBefore: (p) => `${p.username} already had the role ${p.role}${p.scope && ` (${p.scope})`}.`,
	revoked: (p) => `${p.username} no longer has the role ${p.role}${p.scope && ` (${p.scope})`}.`,
	notHeld: (p) =>
		`${p.username} does not hold the role ${p.role}${p.scope ? ` (${p.scope})` : ' without a scope'} now.`,
	keptAtStart: (p) =>
		`${p.n} ${p.n === 1 ? 'error' : 'errors'} in the courses; a course with an error keeps its last good version. See: npm run check`,
	oldUsername: (p) =>
		`The user name ${p.name} counts as the same as another account’s now; its owner still signs in by writing it exactly so.`,
	noAdministrator:
		'  There is no administrator yet. Sign up on the page, then run:\n  npm run --silent cung-hoc -- grant <username> admin',
	published: (p) => `Published ${p.course}, version ${p.version}.`,
	unchanged: (p) => `Unchanged: ${p.courses}.`,
	left: (p) =>
		`The course ${p.course} was published from this folder and is no longer in it. Learners still get it. To end that, run: withdraw ${p.course}`,
	kept: (p) =>
		`${p.n} ${p.n === 1 ? 'error' : 'errors'}. A course with an error keeps its last good version.`,
	needUrl: 'The address of a database is needed. Example: move postgres://user:password@host/cung_hoc',
	moved: (p) =>
		`Moved ${p.rows} rows, ${p.people} learners. From now on start with DATABASE_URL set to that address.`,
	needCourse: 'The id of a course is needed. Example: withdraw old-course',
	unknownCourse: (p) => `There is no active course "${p.course}".`,
	withdrawn: (p) =>
		`Withdrew ${p.course}. Attempts under way can still be handed in. If the course is still in its folder, the next publication brings it back.`,
	noAnswer:
		'The server took the command and did not answer. It may have been carried out. Look before repeating the command.',
	needReset: 'A user name is needed. Example: reset-second-step lan',
	secondStepReset: (p) =>
		`${p.username} signs in by the password alone now. Tell them to turn it on again with the new phone.`,
	noSecondStep: (p) => `${p.username} does not have two-step sign-in.`,
	needUsername: 'A user name is needed. Example: recover lan',
	code: (p) =>
		`Code for ${p.username}: ${p.code}\nWorks once, until ${p.until}. It is entered on the page "Forgotten password".`,
};

export type CommandMessages = typeof vi;

/** Locale of the commands: English where the terminal's language is English, else Vietnamese. */
export function commandLocale(lang: string | undefined): 'vi' | 'en' {
	return /^en/i.test(lang ?? '') ? 'en' : 'vi';
}

export function messagesForCommands(lang: string | undefined): CommandMessages {
	return commandLocale(lang) === 'en' ? en : vi;
}
