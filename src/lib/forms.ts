import { narrow, westernDigits } from '#domain/fold.ts';
import { error, fail } from '@sveltejs/kit';
import type { Result } from '#lib/call.ts';
import { oneOf } from '#lib/preferences.ts';
import type { Problem } from '#schemas/problem.ts';

/** What a form action hands back when the API refused: its words, and what was typed (never a password). */
export interface FormRefusal {
	problem: Problem;
	values: Record<string, string>;
}

export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.normalize('NFC').trim() : '';
}

/** Refuses a form that was not made here: it lacks what ours hold, or holds what they do not offer. */
export function refuseForm(): never {
	error(400, { message: '' });
}

/** Which of the values that a form offers was chosen; undefined where none was. Any other is refused. */
export function choiceOf<T extends string>(
	form: FormData,
	name: string,
	offered: readonly T[],
): T | undefined {
	const given = textOf(form, name);
	return given === '' ? undefined : (oneOf(offered, given) ?? refuseForm());
}

/** Whether “this phone is shared” was ticked. */
export function saysShared(form: FormData): boolean {
	return choiceOf(form, 'shared', ['yes']) === 'yes';
}

export function refuse(problem: Problem, values: Record<string, string> = {}) {
	return fail(problem.status >= 400 ? problem.status : 500, { problem, values });
}

/** For loads: the data, or SvelteKit's error page. An address that cannot be an address is simply not there. */
export function orError<T>(result: Result<T>): T {
	if (result.ok) return result.data;
	if (result.status === 400) error(404, { message: '' });
	error(result.status >= 500 ? 503 : result.status, { message: result.problem.detail });
}

/** The message for one field of a form, from a problem's `errors` (their paths look like `/username`). */
export function fieldError(problem: Problem | undefined, name: string): string | undefined {
	return problem?.errors?.find(({ path }) => path.replace(/^\/?(body\/)?/, '') === name)?.message;
}

/** A path within this site to go back to, from a form; anything else becomes the start page. */
export function safeBack(value: string): string {
	if (!/^\/(?![/\\])[^\s\\]*$/.test(value)) return '/';
	// A header takes no other letters.
	return value.toWellFormed().replace(/[^!-~]/gu, encodeURIComponent);
}

/** A year as people type it, in Khmer digits too; 0 for what is none. */
export function yearIn(text: string): number {
	const digits = westernDigits(narrow(text)).trim();
	return /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
}
