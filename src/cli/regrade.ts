import { parseArgs } from 'node:util';
import { messagesFor } from '#messages/index.ts';
import { messagesForCommands } from '#messages/commands.ts';
import { regradeScopes, regradeWays } from '#schemas/names.ts';
import type { Regrade } from '#schemas/regrade.ts';
import { command } from './command.ts';

/**
 * `regrade <course> <question> --way new-key|full-credit|drop --reason "…" [--scope older|all] [--apply] [--json]`: what
 * grading answers again would change; with `--apply` it is done.
 */
export async function regrade(args: string[]): Promise<number> {
	const text = messagesForCommands(process.env.LANG);
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			way: { type: 'string' },
			scope: { type: 'string' },
			reason: { type: 'string' },
			apply: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	});
	const [course, question] = positionals;
	const way = regradeWays.find((one) => one === values.way);
	const scope = regradeScopes.find((one) => one === values.scope);
	const reason = values.reason?.trim();
	if (!course || !question || !way || !reason || (values.scope && !scope)) throw new Error(text.needRegrade);
	const locale = process.env.LANG?.startsWith('en') ? 'en' : 'vi';
	const request = { question, way, reason, ...(scope && { scope }) };
	const made = await command('regrade', { course, request, locale, apply: values.apply });
	if ('failure' in made)
		throw new Error(messagesFor(locale).api.failures[made.failure].detail(made.values ?? {}));
	process.stdout.write(values.json ? `${JSON.stringify(made)}\n` : linesOf(made, locale).join('\n') + '\n');
	return 0;
}

function linesOf({ title, state, counts }: Regrade, locale: 'vi' | 'en'): string[] {
	const words = messagesFor(locale).regrade;
	const names = [
		'gain',
		'lose',
		'passGained',
		'passLost',
		'completes',
		'falls',
		'open',
		'unreadable',
	] as const;
	return [
		`${title}: ${words.states[state]}`,
		words.attempts({ n: counts.attempts }),
		...names.filter((name) => counts[name] > 0).map((name) => words[name]({ n: counts[name] })),
		...(state === 'previewed' ? [words.previewed] : []),
	];
}
