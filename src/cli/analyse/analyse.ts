import { parseArgs } from 'node:util';
import { analyse as figuresOf, countedFrom } from '#domain/analysis/analyse.ts';
import { fitItems, irtModels, type IrtFit, type IrtModel } from '#domain/analysis/irt.ts';
import { messagesForAnalysing } from '#messages/analysing.ts';
import { commandLocale } from '#messages/commands.ts';
import { reportOf } from './report.ts';
import { readAnswers, readScores, type First } from './results.ts';
import { readTable } from './table.ts';

/**
 * `analyse <scores.csv> [--key key.csv] [--max n] [--irt 1pl|2pl] [--first names|item] [--json]`: figures of a test and of
 * its items, for results from elsewhere. People are rows, items are columns.
 */
export async function analyse(args: string[]): Promise<number> {
	const text = messagesForAnalysing(process.env.LANG);
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			key: { type: 'string' },
			max: { type: 'string' },
			irt: { type: 'string' },
			first: { type: 'string' },
			json: { type: 'boolean' },
		},
	});
	const [file] = positionals;
	if (!file) throw new Error(text.needFile);
	const model = oneOf(values.irt, irtModels, text.badModel);
	const first: First = oneOf(values.first, ['names', 'item'] as const, text.badFirst);
	const max = maxIn(values.max, text.badMax);
	if (values.key !== undefined && max !== null) throw new Error(text.maxWithKey);

	const table = await readTable(file, text);
	const results =
		values.key === undefined
			? readScores(table, { max, first }, text)
			: readAnswers(table, await readTable(values.key, text), { first }, text);
	const found = figuresOf(countedFrom(results.matrix, results.items));
	const fit = model ? fitOf(results, model) : null;
	const { items, people, ...whole } = found;
	const report = {
		people,
		names: results.names,
		items: items.map((item, index) => ({ ...item, ...(fit && { irt: fit.items[index] }) })),
		...whole,
		...(fit && { irt: irtOf(fit) }),
	};
	const locale = commandLocale(process.env.LANG);
	process.stdout.write(
		`${values.json ? JSON.stringify(report, null, 2) : reportOf(found, fit, { text, locale })}\n`,
	);
	return 0;
}

function fitOf({ matrix, items }: ReturnType<typeof readScores>, model: IrtModel): IrtFit {
	return fitItems(
		matrix,
		items.map(({ maxScore }) => maxScore),
		model,
	);
}

/** The fit as programs read it: a parameter of all items at once, in their order. */
function irtOf({ model, items, logLikelihood, converged }: IrtFit) {
	return {
		model,
		discrimination: items.map((item) => item.discrimination),
		difficulty: items.map((item) => item.difficulty),
		logLikelihood,
		converged,
	};
}

function oneOf<T extends string>(
	given: string | undefined,
	known: readonly T[],
	say: (p: { text: string }) => string,
): T | undefined {
	if (given === undefined) return undefined;
	const found = known.find((one) => one === given);
	if (!found) throw new Error(say({ text: given }));
	return found;
}

function maxIn(given: string | undefined, say: (p: { text: string }) => string): number | null {
	if (given === undefined) return null;
	const max = Number(given.replace(',', '.'));
	if (!(max > 0 && Number.isFinite(max))) throw new Error(say({ text: given }));
	return max;
}
