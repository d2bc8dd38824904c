import type { settings as source } from '../vi/settings.ts';

/** The settings page. */
export const settings = {
	title: 'ការកំណត់',
	intro: 'ជ្រើសរួច សូមចុច «រក្សាទុក»។ ឧបករណ៍នេះនឹងចាំ។',
	introSignedIn: 'ជ្រើសរួច សូមចុច «រក្សាទុក»។ លើកក្រោយ លោកអ្នកចូលគណនីនៅទីណា ក៏ដូចនេះដែរ។',
	language: 'ភាសា',
	textSize: 'ទំហំអក្សរ',
	textSizes: { normal: 'អក្សរធម្មតា', large: 'អក្សរធំ' },
	theme: 'ផ្ទៃទំព័រ',
	themes: { auto: 'តាមឧបករណ៍របស់ខ្ញុំ', light: 'ផ្ទៃភ្លឺ', dark: 'ផ្ទៃងងឹត' },
	save: 'រក្សាទុក',
	saved: 'បានរក្សាទុកហើយ។',
	codes: 'កូដស្ដារដែលបានបង្កើតសម្រាប់គណនីនេះ',
	codesText: 'អ្នកណាមានកូដ អាចដាក់ពាក្យសម្ងាត់របស់លោកអ្នកឡើងវិញបាន។ បើឃើញកូដដែលលោកអ្នកមិនបានសុំ សូមប្រាប់អ្នកគ្រប់គ្រងគេហទំព័រ។',
} satisfies typeof source;
