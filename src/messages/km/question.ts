import type { question as source } from '../vi/question.ts';

/** Questions, in lessons and in quizzes. */
export const question = {
	chooseOne: 'ជ្រើសចម្លើយមួយ។',
	chooseSeveral: 'ជ្រើសចម្លើយត្រូវទាំងអស់។',
	chooseTrueFalse: 'ឃ្លានេះត្រូវ ឬខុស?',
	typeNumber: 'វាយលេខមួយ។',
	typeText: 'វាយចម្លើយខ្លីៗ។',
	putInOrder: 'សូមតម្រៀបធាតុខាងក្រោមតាមលំដាប់ត្រឹមត្រូវ៖ ជ្រើសធាតុមួយសម្រាប់លំដាប់នីមួយៗ។',
	matchEach: 'សម្រាប់ជួរនីមួយៗ សូមជ្រើសអ្វីដែលត្រូវគ្នា។',
	place: (p: { n: number }) => `លំដាប់ទី ${p.n}`,
	choose: 'ជ្រើស…',
	choices: 'ជម្រើស៖',
	yourAnswer: 'ចម្លើយរបស់លោកអ្នក',
	true: 'ត្រូវ',
	false: 'ខុស',
	hint: 'មើលតម្រុយ',
	verdict: {
		right: 'ត្រូវហើយ',
		partly: 'ត្រូវមួយផ្នែក',
		wrong: 'មិនទាន់ត្រូវ',
		waiting: 'បានទទួលចម្លើយហើយ',
	},
	explanation: 'ហេតុអ្វី៖',
	solution: 'ចម្លើយត្រូវ៖',
	and: ' និង ',
	passRight: (p: { right: number }) => `ឆ្លើយត្រូវចាប់ពី ${p.right} សំណួរ`,
	passRightOf: (p: { right: number; of: number }) => `ឆ្លើយត្រូវចាប់ពី ${p.right} ក្នុងចំណោម ${p.of} សំណួរ`,
	passShare: (p: { percent: string }) => `បានចាប់ពី ${p.percent} នៃពិន្ទុ`,
	points: (p: { score: string; max: string }) => `${p.score} ក្នុងចំណោម ${p.max} ពិន្ទុ`,
	right: (p: { right: number | string; of: number | string }) => `ត្រូវ ${p.right} ក្នុងចំណោម ${p.of} សំណួរ`,
	share: (p: { percent: string }) => `ប្រហែល ${p.percent} នៃពិន្ទុ`,
} satisfies typeof source;
