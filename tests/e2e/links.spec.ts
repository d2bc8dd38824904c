/** Nobody is led nowhere: what a person may use is found by links, and no link that they see is refused. */
import { helperPages } from '#lib/helping.ts';
import type { Role } from '#schemas/access.ts';
import { ai } from './answers.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './people.ts';
import { cungHoc } from './server.ts';

/** Every page that links lead this person to from the start page, with what the server answers. */
async function walk(person: Person): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	const ways = [{ path: '/', from: '' }];
	for (let way = ways.pop(); way; way = ways.pop()) {
		const { path, from } = way;
		if (found.has(kindOf(path))) continue;
		const response = await person.get(path);
		found.set(kindOf(path), response.ok ? 'opens' : `${response.status}, linked from ${from}`);
		if (!response.headers.get('content-type')?.includes('html')) continue;
		const here = new URL(response.url);
		for (const [, href = ''] of (await response.text()).matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)) {
			const { origin, pathname, search } = new URL(href.replaceAll('&amp;', '&'), here);
			if (origin === here.origin && !/^\/(vi|km|en)(\/|$)/.test(pathname))
				ways.push({ path: pathname + search, from: path });
		}
	}
	return found;
}

/** Of lessons, quizzes and pictures of a course one is as good as another; wherever one comes back to, it is the same page. */
function kindOf(path: string): string {
	return path
		.replace(/\/(lessons|quizzes|media|attempts)\/[^?]+/, '/$1')
		.replace(/([?&]back=)[^&]*/, '$1')
		.replace(/\?version=.*/, '');
}

const refused = (pages: Map<string, string>) => [...pages].filter(([, answer]) => answer !== 'opens');

const helpers: Partial<Record<Role, string | undefined>> = {
	instructor: ai,
	facilitator: undefined,
	coordinator: undefined,
	admin: undefined,
};

for (const [role, scope] of Object.entries(helpers)) {
	test(`a person with the role ${role} is led to all that they may do, and to nothing else`, async ({
		origin,
		dataDir,
	}) => {
		const person = await Person.account(origin, 'vi');
		const granted = await cungHoc(dataDir, 'grant', person.username, role, ...(scope ? [scope] : []));
		expect(granted.code, granted.output).toBe(0);
		const pages = await walk(person);
		expect(refused(pages)).toEqual([]);
		for (const { path } of [{ path: '/helper' }, ...helperPages]) {
			const { ok } = await person.get(path);
			expect(pages.has(path), `${path} is ${ok ? '' : 'not '}theirs`).toBe(ok);
		}
	});
}

test('learners are led to no page that is refused', async ({ standings }) => {
	const { learner, guest, finished, asking } = await standings.of('vi');
	for (const person of [learner, guest, finished, asking]) {
		const pages = await walk(person);
		expect(refused(pages)).toEqual([]);
		expect([...pages.keys()].filter((path) => path.startsWith('/helper'))).toEqual([]);
	}
});
