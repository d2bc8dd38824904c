import type { help as source } from '../vi/help.ts';

/** Frame of the help pages; their text stands in `src/routes/(plain)/help/pages`. */
export const help = {
	title: 'ជំនួយ',
	intro: 'ជ្រើសអ្វីដែលលោកអ្នកចង់ដឹង។',
	others: 'រឿងផ្សេងទៀត',
	kinds: {
		title: 'របៀបសរសេរសំណួរតាមប្រភេទ',
		summary: 'សម្រាប់ការរៀបចំវគ្គ៖ ប្រភេទនីមួយៗសរសេរយ៉ាងណា និងបង្ហាញយ៉ាងណា។',
		intro: 'ក្បែររបៀបសរសេរនីមួយៗ មានសំណួរពិត សាកឆ្លើយបានភ្លាម។ គ្មានអ្វីត្រូវបានកត់ត្រាទេ។',
		written: 'របៀបសរសេរក្នុងឯកសារសំណួរ',
		code: (p: { title: string }) => `របៀបសរសេរសំណួរប្រភេទ «${p.title}»`,
		shown: 'អ្វីដែលបង្ហាញដល់អ្នករៀន',
		byPerson: 'សំណួរនេះមនុស្សជាអ្នកដាក់ពិន្ទុ ដូច្នេះទីនេះគ្មានលទ្ធផលទេ។',
		kind: {
			single: 'ជ្រើសមួយ',
			multiple: 'ជ្រើសច្រើន',
			truefalse: 'ត្រូវ ឬខុស',
			number: 'លេខ',
			text: 'វាយពាក្យ',
			order: 'តម្រៀបលំដាប់',
			match: 'ផ្គូផ្គង',
			group: 'ដាក់តាមក្រុម',
			matrix: 'តារាងជ្រើស',
			blanks: 'បំពេញចន្លោះ',
			hotspot: 'ចុចលើរូបភាព',
			essay: 'អត្ថបទ',
			file: 'ផ្ញើឯកសារ',
			survey: 'សួរយោបល់',
		},
	},
} satisfies typeof source;
