import type { common as source } from '../vi/common.ts';

/** Words that every page may need. */
export const common = {
	siteName: 'Cùng Học',
	tagline: 'រៀនជំនាញឌីជីថលជាមួយគ្នា មួយជំហានម្ដងៗ',
	skip: 'ទៅខ្លឹមសារសំខាន់',
	pageTitle: (p: { title: string }) => `${p.title} · Cùng Học`,
	nav: {
		label: 'ទំព័រសំខាន់ៗ',
		home: 'ទំព័រដើម',
		courses: 'វគ្គសិក្សា',
		learn: 'ការរៀនរបស់ខ្ញុំ',
		signIn: 'ចូលគណនី',
		settings: 'ការកំណត់',
		help: 'ជំនួយ',
		verify: 'ពិនិត្យវិញ្ញាបនបត្រ',
		languages: 'ភាសា',
		crumbs: 'កំពុងនៅត្រង់នេះ',
	},
	languageNames: { vi: 'ភាសាវៀតណាម', km: 'ភាសាខ្មែរ', en: 'ភាសាអង់គ្លេស' },
	onlyIn: (p: { language: string }) => `ផ្នែកនេះទើបតែមានជា${p.language}`,
	signOut: 'ចេញពីគណនី',
	optional: 'មិនបង្ខំ',
	errorSummary: 'មានកន្លែងត្រូវកែ',
	/** What is wrong with a field of a form, in a list above it. */
	fieldProblem: (p: { label: string; message: string }) => `${p.label}៖ ${p.message}`,
	tryAgain: 'ធ្វើមិនទាន់បានទេ។ សូមរង់ចាំបន្តិច រួចសាកម្ដងទៀត។',
	offline: 'ផ្ញើមិនទាន់បានទេ ព្រោះអ៊ីនធឺណិតមិនល្អ។ អ្វីដែលបានធ្វើ នៅមានលើទំព័រនេះដដែល។ ពេលមានអ៊ីនធឺណិតវិញ សូមចុចម្ដងទៀត។',
	kept: 'កំពុងមើលច្បាប់ដែលរក្សាទុកលើឧបករណ៍។',
	keptOwn: 'ពេលមានអ៊ីនធឺណិតវិញ ផ្នែកផ្ទាល់ខ្លួននឹងបង្ហាញ។',
	refused: 'មានចម្លើយដែលគេហទំព័រមិនបានទទួល។',
	refusedSee: 'មើលលើឧបករណ៍នេះ',
	handedInSent: 'បានផ្ញើរួចហើយ។',
	handedInSee: 'មើលលទ្ធផល',
	footer: {
		free: 'រៀនឥតគិតថ្លៃ មិនបាច់មានគណនី។',
		licence: 'អាជ្ញាបណ្ណនៃមេរៀន មាននៅទំព័រវគ្គ។ កម្មវិធីកូដបើកចំហ ប្រើអាជ្ញាបណ្ណ Apache 2.0។',
		privacy: 'ទិន្នន័យផ្ទាល់ខ្លួន',
	},
	shared: {
		title: 'ទូរសព្ទប្រើរួម',
		soon: 'ទំព័រនេះគ្មានការប៉ះយូរហើយ។ ពីរនាទីទៀត ទំព័រនឹងចេញពីគណនីដោយខ្លួនឯង។',
		stay: 'ខ្ញុំនៅរៀន',
		leave: 'ចេញឥឡូវ',
		note: 'កំពុងប្រើឧបករណ៍រួម។ រៀនចប់ សូមកុំភ្លេចចេញពីគណនី។',
	},
} satisfies typeof source;
