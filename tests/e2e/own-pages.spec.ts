import { ai, phone } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './people.ts';

const paths = [
	'/',
	'/courses',
	`/courses/${phone}`,
	`/courses/${phone}/lessons/bat-tat`,
	`/courses/${phone}/quizzes/giua-khoa`,
	`/km/courses/${phone}/quizzes/giua-khoa`,
	`/courses/${ai}/quizzes/cuoi-khoa`,
	'/tracks/nguoi-cao-tuoi',
];
/** Each form has an id of its own. */
const formId = /(<input[^>]* value=")[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g;

test('a page that was made for somebody else is, sent again, as if it were made for its reader', async ({
	origin,
}) => {
	const before = await learnerWithAttempts(origin);
	const reader = await learnerWithAttempts(origin);
	for (const path of paths) {
		await before.open(path);
		const sent = await reader.open(path);
		// An address with a query is made each time.
		const made = await reader.open(`${path}?made=anew`);
		expect(plain(sent), path).toBe(plain(made));
		expect(sent, path).not.toContain(before.me!.id);
	}
});

async function learnerWithAttempts(origin: string): Promise<Person> {
	const person = await Person.account(origin, 'vi');
	await person.finishLessons(phone, 2);
	await person.take(phone, 'giua-khoa', false);
	await person.take(phone, 'giua-khoa', true);
	await person.take(ai, 'cuoi-khoa', false);
	await person.start(ai, 'cuoi-khoa');
	return person;
}

function plain(html: string): string {
	return html.replaceAll('?made=anew', '').replace(formId, '$1"');
}
