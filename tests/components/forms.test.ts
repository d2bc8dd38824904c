import { describe, expect, it, vi } from 'vitest';
import { choiceOf, safeBack, yearIn } from '#lib/forms.ts';
import { plainOf } from '#lib/questions/answer.ts';
import { asGiven, fromForm, toForm } from '#lib/questions/forms.ts';
import { givenAnswer } from '#lib/questions/given.ts';
import { locales, targetGroups, textSizes, themes } from '#schemas/names.ts';
import type { PlainAnswer, QuestionKind } from '#schemas/question.ts';

const form = (entries: [string, string][]) => {
	const fields = new FormData();
	for (const [field, value] of entries) fields.append(field, value);
	return fields;
};

describe('answers in forms', () => {
	it.each<[QuestionKind, [string, string][], PlainAnswer]>([
		['single', [['answer', 'b']], 'b'],
		['single', [['other', 'b']], null],
		['multiple', [['answer', 'c'], ['answer', 'a']], ['a', 'c']],
		['multiple', [], null],
		['truefalse', [['answer', 'true']], true],
		['truefalse', [['answer', 'false']], false],
		['truefalse', [], null],
		['number', [['answer', ' 3,5 ']], '3,5'],
		['text', [['answer', 'Hà Nội']], 'Hà Nội'],
		['text', [['answer', '   ']], null],
		['order', [['answer.1', 'c'], ['answer.3', 'b'], ['answer.2', 'a']], ['c', 'a', 'b']],
		['order', [['answer.10', 'b'], ['answer.2', 'a']], [null, 'a', ...Array<null>(7).fill(null), 'b']],
		['order', [['answer.1', ''], ['answer.2', 'a']], [null, 'a']],
		['order', [['answer.1', 'c'], ['answer.2', ''], ['answer.3', 'b']], ['c', null, 'b']],
		['order', [['answer.1', 'c'], ['answer.2', ''], ['answer.3', '']], ['c']],
		['order', [['answer.1', ''], ['answer.51', 'a']], null],
		['order', [['answer.1', 'a'], ['answer.2', 'a']], ['a', 'a']],
		['order', [['answer.1', ''], ['answer', 'b']], null],
		['match', [['answer.b', 'x'], ['answer.a', 'y'], ['answer.c', '']], { a: 'y', b: 'x' }],
		['group', [['answer.b', 'x'], ['answer.a', 'y']], { a: 'y', b: 'x' }],
		['matrix', [['answer.b', 'x']], { b: 'x' }],
		['match', [['answer.a', ''], ['answers.b', 'x']], null],
		['file', [['answer', '0198f3a0-1111-7000-8000-000000000001']], { upload: '0198f3a0-1111-7000-8000-000000000001' }],
		['file', [['answer', '']], null],
	])('%s: %j is %j', (kind, entries, answer) => {
		expect(fromForm(kind, form(entries))).toEqual(answer);
		expect(fromForm(kind, form(toForm(kind, answer)))).toEqual(answer);
		expect(toForm(kind, null)).toEqual([]);
	}); // prettier-ignore

	it.each(['vi', 'km'] as const)('shows a tiny number as it was given, in %s', (locale) => {
		expect(toForm('number', 1e-7, 'answer', locale)).toEqual([['answer', '0,0000001']]);
	});

	it('hands on what is neither true nor false, for the server to refuse', () => {
		expect(fromForm('truefalse', form([['answer', 'yes']]))).toBe('yes');
		expect(toForm('truefalse', 'yes')).toEqual([]);
	});

	it('takes the fields of its own name only', () => {
		const fields = form([['q1', 'a'], ['q2', 'b']]); // prettier-ignore
		expect(fromForm('single', fields, 'q2')).toBe('b');
		expect(toForm('single', 'b', 'q2')).toEqual([['q2', 'b']]);
	});

	it('writes numbers so that they are read as the same number', () => {
		expect(asGiven('number', 3.125, 'vi')).toBe('3,125');
		expect(asGiven('number', 3.125, 'en')).toBe('3.125');
		expect(asGiven('number', null, 'vi')).toBe(null);
	});

	it('knows confidence by its own key', () => {
		expect(plainOf({ answer: 'b', confidence: 2 })).toBe('b');
		expect(plainOf(['a'])).toEqual(['a']);
		expect(plainOf(undefined)).toBe(null);
	});
});

it.each([
	['1956', 1956],
	[' 1956 ', 1956],
	['១៩៥៦', 1956],
	['１９５６', 1956],
	['19560', 0],
	['năm 1956', 0],
	['-1956', 0],
	['1e3', 0],
])('the year %j is %j', (text, year) => {
	expect(yearIn(text)).toBe(year);
});

describe('a form that is sent to a page', () => {
	it('holds an answer of the kind that it names', () => {
		expect(givenAnswer(form([['kind', 'truefalse'], ['answer', 'false']]))).toBe(false); // prettier-ignore
	});

	it.each(['', 'poem', 'Text', 'constructor'])('is refused where it names no kind: %j', (kind) => {
		const fields = form([['kind', kind], ['answer', 'b']]); // prettier-ignore
		expect(() => givenAnswer(fields)).toThrow(expect.objectContaining({ status: 400 }));
	});

	it('holds one of the choices that it offers, or none', () => {
		const fields = form([['theme', 'dark'], ['size', ''], ['locale', 'fr']]); // prettier-ignore
		expect(choiceOf(fields, 'theme', themes)).toBe('dark');
		expect(choiceOf(fields, 'size', textSizes)).toBe(undefined);
		expect(choiceOf(fields, 'group', targetGroups)).toBe(undefined);
		expect(() => choiceOf(fields, 'locale', locales)).toThrow(expect.objectContaining({ status: 400 }));
	});

	const pages = '../../src/routes/(plain)';
	it.each<[string, string, [string, string][]]>([
		['/sign-in', 'default', [['username', 'tam'], ['shared', 'no']]],
		['/sign-up', 'default', [['username', 'tam'], ['targetGroup', 'kings']]],
		['/recover', 'default', [['username', 'tam'], ['shared', 'no']]],
		['/settings', 'save', [['locale', 'vi'], ['theme', 'green']]],
		['/settings', 'size', [['textSize', 'huge']]],
		['/settings', 'about', [['displayName', 'Lan'], ['targetGroup', 'kings']]],
		['/helper', 'register', [['displayName', 'Lan'], ['locale', 'fr']]],
		['/helper', 'register', [['displayName', 'Lan']]],
		['/attempts/[attempt]', 'save', [['question', 'q'], ['kind', 'poem'], ['answer', 'a']]],
		['/courses/[course]/lessons/[lesson]', 'check', [['question', 'q'], ['answer', 'a']]],
		['/courses/[course]/lessons/[lesson]', 'try', [['item', 'a'], ['done', 'maybe']]],
		['/courses/[course]/lessons/[lesson]', 'try', [['item', 'a']]],
	])('saves nothing where it holds what is not offered: %s %s %j', async (page, action, entries) => {
		const { actions } = (await import(`${pages}${page}/+page.server.ts`)) as {
			actions: Record<string, (event: unknown) => Promise<unknown>>;
		};
		const act = vi.fn();
		const event = {
			request: new Request('http://localhost/', { method: 'POST', body: form(entries) }),
			url: new URL('http://localhost/'),
			params: {},
			locals: { locale: 'vi' },
			cookies: { get: () => 'session', set: act },
			fetch: act,
		};
		await expect(actions[action]?.(event)).rejects.toMatchObject({ status: 400 });
		expect(act).not.toHaveBeenCalled();
	}); // prettier-ignore
});

describe('where to go back to', () => {
	it.each([
		['/courses?q=a#b', '/courses?q=a#b'],
		['/courses?x=ế', '/courses?x=%E1%BA%BF'],
		['/ế', '/%E1%BA%BF'],
		['/a\u0001b\u007f', '/a%01b%7F'],
		['//another.example', '/'],
		['/\\another.example', '/'],
		['https://another.example/', '/'],
		['/a b', '/'],
		['/..//another.example', '/..//another.example'],
		['/\ud800', '/%EF%BF%BD'],
		['', '/'],
	])('%j is %s', (value, back) => {
		expect(safeBack(value)).toBe(back);
	});
});
