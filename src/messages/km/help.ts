import type { help as source } from '../vi/help.ts';

/** Frame of the help pages; their text stands in `src/routes/(plain)/help/pages`. */
export const help = {
	title: 'ជំនួយ',
	intro: 'ជ្រើសអ្វីដែលលោកអ្នកចង់ដឹង។',
	others: 'រឿងផ្សេងទៀត',
} satisfies typeof source;
