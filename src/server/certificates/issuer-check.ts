import { ConfigError } from '../config.ts';
import { issuerLines, pngOf, type Issuer } from '../issuer.ts';
import { unprintable } from './fonts.ts';

/**
 * Tries once, when the server starts, whether papers can show what was set of their issuer, so that no learner's paper
 * fails later. Costs nothing where nothing was set.
 * @throws {ConfigError} naming each variable whose letters or drawing the paper has no way to show.
 */
export async function checkIssuer(issuer: Issuer): Promise<void> {
	const mistakes: string[] = [];
	for (const [line, variable] of issuerLines) {
		const missing = issuer[line] === null ? [] : await unprintable(issuer[line]);
		if (missing.length > 0) mistakes.push(`${variable}: the paper’s fonts cannot show ${missing.join(' ')}.`);
	}
	if (issuer.logo !== null) {
		const mistake = await logoMistake(issuer.logo);
		if (mistake !== null) mistakes.push(`ISSUER_LOGO: it cannot be printed: ${mistake}.`);
	}
	if (mistakes.length > 0) throw new ConfigError(mistakes);
}

/** What sets the paper leaves a broken PNG out without a word, so it is read here first. */
async function logoMistake(logo: string): Promise<string | null> {
	const png = pngOf(logo);
	if (png !== null) {
		const { default: sharp } = await import('sharp');
		const read = await sharp(png)
			.stats()
			.catch((error: Error) => error);
		if (read instanceof Error) return `the PNG is broken (${read.message.split('\n')[0]})`;
	}
	const { drawingMistake } = await import('./pdf.ts');
	return drawingMistake(logo);
}
