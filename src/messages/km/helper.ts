import type { helper as source } from '../vi/helper.ts';

/** For helpers: the people they look after. */
export const helper = {
	title: 'អ្នកដែលខ្ញុំជួយ',
	lead: 'អ្នកដែលអ្នកបានចុះឈ្មោះឱ្យ និងអ្នកដែលគេប្រគល់ឱ្យអ្នកជួយ។',
	listTitle: 'បញ្ជីឈ្មោះ',
	none: 'បញ្ជីមិនទាន់មានអ្នកណាទេ។',
	noName: 'មិនទាន់មានឈ្មោះ',
	username: (p) => `ឈ្មោះគណនី៖ ${p.username}`,
	makeCode: 'បង្កើតកូដ',
	makeCodeFor: (p) => `បង្កើតកូដឱ្យ ${p.name}`,

	registerTitle: 'ចុះឈ្មោះអ្នកថ្មី',
	registerLead: 'មិនបាច់មានអ៊ីមែល ឬលេខទូរស័ព្ទទេ។ អ្នករៀនដាក់ពាក្យសម្ងាត់ដោយខ្លួនឯងពេលក្រោយ តាមកូដដែលអ្នកបង្កើត។',
	name: 'ឈ្មោះពេញរបស់អ្នករៀន',
	nameHint: 'ដូចដែលគេចង់ឱ្យសរសេរលើវិញ្ញាបនបត្រ។',
	wantedUsername: 'ឈ្មោះគណនី',
	wantedUsernameHint: 'បើទុកឱ្យទទេ គេហទំព័រនឹងដាក់ឈ្មោះដែលងាយវាយ។',
	language: 'ភាសារបស់អ្នករៀន',
	register: 'ចុះឈ្មោះ',
	registered: (p) => `បានចុះឈ្មោះ ${p.name} ហើយ`,
	registeredText: (p) => `ឈ្មោះគណនីគឺ ${p.username}។ សូមចម្លងលើក្រដាសឱ្យអ្នករៀន។`,
	registeredNext: 'បង្កើតកូដដើម្បីដាក់ពាក្យសម្ងាត់',

	giveTitle: 'ប្រគល់អ្នករៀន',
	giveLead: 'អ្នកមើលថ្នាក់ឃើញឈ្មោះអ្នករៀនក្នុងបញ្ជីរបស់ខ្លួន ហើយបង្កើតកូដស្ដារគណនីឱ្យគេបាន។',
	learner: 'ឈ្មោះគណនីរបស់អ្នករៀន',
	carer: 'ឈ្មោះគណនីរបស់អ្នកមើលថ្នាក់',
	give: 'ប្រគល់',
	end: 'ឈប់ប្រគល់',
	given: (p) => `បានប្រគល់ ${p.username} ឱ្យ ${p.carer} ហើយ`,
	ended: (p) => `${p.username} មិននៅក្នុងបញ្ជីរបស់ ${p.carer} ទៀតទេ`,

	vouchTitle: 'បញ្ជាក់អ្នករៀន',
	vouch: 'បញ្ជាក់',
	vouchFor: (p: { name: string }) => `បញ្ជាក់ថា ${p.name} បានរៀនដោយខ្លួនឯង`,
	vouchLead: 'អ្នករៀនចប់វគ្គហើយ តែមិនទាន់ទទួលវិញ្ញាបនបត្របានមែនទេ? បើអ្នកបញ្ជាក់ គាត់ទទួលបានភ្លាម។',
	vouchCheckTitle: 'សូមបញ្ជាក់តែពេលដែល',
	vouchCheck: [
		'អ្នកបានអង្គុយក្បែរ ឃើញគាត់អាន និងឆ្លើយដោយខ្លួនឯង។',
		'គ្មាននរណាធ្វើជំនួសទេ។',
		'អ្នកអាចពន្យល់បាន បើមានគេសួរ។ ទំព័រកត់ត្រាថានរណាបានបញ្ជាក់។',
	],
	vouchCourse: 'វគ្គសិក្សា',
	vouchSubmit: 'ខ្ញុំបញ្ជាក់',
	vouched: (p: { username: string; course: string }) => `បានបញ្ជាក់ថា ${p.username} រៀន «${p.course}» ដោយខ្លួនឯង`,
	vouchedText: 'គាត់បើកទំព័រ «វិញ្ញាបនបត្ររបស់ខ្ញុំ» ដើម្បីទទួល។',
} satisfies typeof source;
