import type { teach as source } from '../vi/teach.ts';

/** For those who teach, and administrators: what waits for them, and what results say. */
export const teach = {
	title: 'សម្រាប់អ្នកបង្រៀន',
	lead: 'មើលថាអ្នករៀនធ្វើលំហាត់បានយ៉ាងណា ហើយសំណួរណាត្រូវកែ។',
	teacherOnly: 'ទំព័រនេះសម្រាប់អ្នកបង្រៀនវគ្គសិក្សា និងអ្នកគ្រប់គ្រង។',
	cardText: 'កិច្ចការរបស់អ្នកបង្រៀន និងអ្នកគ្រប់គ្រង។',
	open: 'បើកទំព័រអ្នកបង្រៀន',

	analysisTitle: 'លទ្ធផលលំហាត់ប្រឡង',
	analysisText: 'មានប៉ុន្មាននាក់ជាប់ សំណួរណាពិបាក សំណួរណាអាចមានចម្លើយគំរូខុស។',
	analysisLead: 'សូមជ្រើសលំហាត់មួយ។ នៅទីនេះមានវគ្គសិក្សាដែលលោកអ្នកអាចមើលលទ្ធផលបាន។',
	analysisNone: 'មិនទាន់មានលំហាត់ដែលត្រូវមើលទេ។',
	withdrawn: 'វគ្គសិក្សានេះបានឈប់ហើយ។',
} satisfies typeof source;
