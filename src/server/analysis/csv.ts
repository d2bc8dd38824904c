import type { ItemAnalysis } from '#schemas/analysis.ts';

const columns: Record<string, (item: ItemAnalysis) => string | number | null> = {
	n: ({ n }) => n,
	question: ({ question }) => question,
	title: ({ title }) => title,
	revision: ({ revision }) => revision.slice(0, 12),
	current: ({ isCurrent }) => (isCurrent ? 1 : 0),
	attempts: ({ attempts }) => attempts,
	uncounted: ({ uncounted }) => uncounted,
	people: ({ people }) => people,
	max_score: ({ maxScore }) => maxScore,
	facility: ({ facility }) => facility,
	standard_deviation: ({ standardDeviation }) => standardDeviation,
	discrimination: ({ discrimination }) => discrimination,
	efficiency: ({ efficiency }) => efficiency,
	empty: ({ empty }) => empty,
	mean_seconds: ({ meanSeconds }) => meanSeconds,
	fast: ({ fast }) => fast,
	estimate: ({ estimate }) => estimate,
	confidence: ({ confidence }) =>
		confidence?.map(({ level, right, wrong }) => `${level} ${right}/${wrong}`).join('; ') ?? null,
	lower_facility: ({ lower }) => lower?.facility ?? null,
	upper_facility: ({ upper }) => upper?.facility ?? null,
	options: ({ options }) =>
		options
			.map((one) => `${one.option}${one.right ? '*' : ''} ${one.people}/${one.lower}/${one.upper}`)
			.join('; '),
	suggested_key: ({ suggestedKey }) => suggestedKey,
	flags: ({ flags }) => flags.join(' '),
	irt_discrimination: ({ irt }) => irt?.discrimination ?? null,
	irt_difficulty: ({ irt }) => irt?.difficulty ?? null,
};

/**
 * A line an item, under the names of the columns. Options stand as `id people/lower third/upper third`, a right one with
 * a star. The mark at the head tells spreadsheets that it is UTF-8.
 */
export function csvOf(items: readonly ItemAnalysis[]): string {
	const rows = items.map((item) => Object.values(columns).map((column) => cell(column(item))));
	return `\uFEFF${[Object.keys(columns), ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

/** Words that a spreadsheet would take for a formula begin with an apostrophe. */
function cell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
	const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
