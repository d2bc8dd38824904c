import type { Analysis, ItemFigures } from '#domain/analysis/analyse.ts';
import { fewPeople, toldOf } from '#domain/analysis/analyse.ts';
import type { IrtFit } from '#domain/analysis/irt.ts';
import type { AnalysingMessages } from '#messages/analysing.ts';

/** For people: what to look at in plain words, then the figures as a table. */
export function reportOf(
	found: Analysis,
	fit: IrtFit | null,
	{ text, locale }: { text: AnalysingMessages; locale: 'vi' | 'en' },
): string {
	const write = (value: number | null, digits: number) =>
		value === null
			? '–'
			: value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
	const words = found.items.flatMap((item) => findings(item, text, write));
	const { alpha, standardError, mean, standardDeviation, maxScore } = found;
	return [
		text.title({ people: found.people, items: found.items.length }),
		'',
		...(found.people < fewPeople ? [text.few({ people: found.people })] : []),
		...(words.length > 0 ? words : [text.fine]),
		'',
		text.scores({ mean: write(mean, 2), deviation: write(standardDeviation, 2), max: write(maxScore, 2) }),
		alpha === null
			? text.noReliability
			: text.reliability({ alpha: write(alpha, 3), error: write(standardError, 2) }),
		...(fit ? modelWords(fit, text, write) : []),
		'',
		...tableOf(found, fit, text, write),
	].join('\n');
}

type Write = (value: number | null, digits: number) => string;

function findings(
	{ item, facility, empty, ...found }: ItemFigures,
	text: AnalysingMessages,
	write: Write,
): string[] {
	const percent = (share: number | null) => `${write(share === null ? null : 100 * share, 0)} %`;
	const option = found.suggestedKey ?? '';
	return toldOf(found).map((flag) =>
		text.finding[flag]({ item, option, percent: percent(flag === 'often-left-empty' ? empty : facility) }),
	);
}

function modelWords(
	{ model, logLikelihood, converged }: IrtFit,
	text: AnalysingMessages,
	write: Write,
): string[] {
	if (logLikelihood === null) return [text.noModel({ model })];
	const said = text.model({ model, logLikelihood: write(logLikelihood, 3) });
	return converged ? [said] : [said, text.unsettled({ model })];
}

function tableOf(
	{ items }: Analysis,
	fit: IrtFit | null,
	{ columns }: AnalysingMessages,
	write: Write,
): string[] {
	const head = [
		columns.item,
		columns.people,
		columns.facility,
		columns.deviation,
		columns.discrimination,
		columns.efficiency,
		...(fit ? [columns.slope, columns.difficulty] : []),
	];
	const rows = items.map((one, index) => [
		one.item,
		write(one.people, 0),
		write(one.facility === null ? null : 100 * one.facility, 1),
		write(one.standardDeviation, 3),
		write(one.discrimination, 1),
		write(one.efficiency, 1),
		...(fit ? [write(fit.items[index]!.discrimination, 3), write(fit.items[index]!.difficulty, 3)] : []),
	]);
	const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => [...row[column]!].length)));
	return [head, ...rows].map((row) =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
			.join('  '),
	);
}
