/** What no page may tell before an attempt is handed in. */
import type { Page } from '@playwright/test';
import { compiled, saidAfter } from './answers.ts';

/** Too short to be told from other words. */
const isTelling = (text: string) => text.length >= 12;

/** What is said only after handing in: all feedback and explanations of counted questions. */
export async function secretsOf(course: string): Promise<string[]> {
	const source = await compiled(course);
	const { quizzes, questions } = source.manifest;
	const counted = Object.entries(questions).filter(([, { quiz }]) => quizzes[quiz]?.kind !== 'practice');
	const secrets = counted
		.flatMap(([id]) => saidAfter(source, id))
		.map((text) => text.normalize('NFC'))
		.filter(isTelling);
	if (secrets.length <= 50) throw new Error(`Feedback in ${course}: ${secrets.length}`);
	return secrets;
}

/** The page's source without its escapes, so that texts are found as authors wrote them. */
export async function sourceOf(page: Page): Promise<string> {
	const html = await page.content();
	const plain = html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
	return plain.replaceAll('&nbsp;', '\u00a0').replaceAll('&amp;', '&').normalize('NFC');
}

export function foundIn(text: string, secrets: readonly string[]): string[] {
	return secrets.filter((secret) => text.includes(secret));
}
