import type { Locale } from '#schemas/common.ts';
import type { PracticeKeys } from '#schemas/attempt.ts';
import type { Catalog } from '../courses/catalog.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { selectCheck } from './check-question.ts';

interface Asked {
	course: string;
	lesson: string;
	version?: string;
	locale: Locale;
}

/** What a device needs to judge the checks of a lesson: of those that count for nothing, and no others. */
export async function describePracticeKeys(
	catalog: Catalog,
	{ course, lesson, version, locale }: Asked,
): Promise<PracticeKeys | Failure> {
	const active = await catalog.version(course);
	if (!active) return fail('course-unknown');
	const found = await catalog.version(course, version);
	if (!found) return fail('version-unknown');
	const { lessons } = found.manifest;
	const entry = Object.hasOwn(lessons, lesson) ? lessons[lesson] : undefined;
	if (!entry) return fail('lesson-unknown');
	const checks: PracticeKeys['checks'] = [];
	for (const question of entry.checks) {
		const check = await selectCheck(catalog, { course, version: found.version, question }, locale);
		if (isFailure(check)) continue;
		checks.push({ question: check.question, key: check.key, feedback: check.feedback });
	}
	return { version: found.version, checks };
}
