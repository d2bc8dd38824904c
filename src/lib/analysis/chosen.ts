import { error } from '@sveltejs/kit';
import { oneOf } from '#lib/preferences.ts';
import type { AnalysisQuery } from '#schemas/analysis.ts';
import { channels, formNames, irtModels, locales, targetGroups } from '#schemas/names.ts';

/** What may be chosen, by its name in the address, which is that of the API. */
const offered = {
	locale: locales,
	group: targetGroups,
	assisted: ['true', 'false'],
	channel: channels,
	form: formNames,
	exclude: ['fast'],
	irt: irtModels,
} as const satisfies Partial<Record<keyof AnalysisQuery, readonly string[]>>;

/** What this address asks for; a field that was left alone asks for nothing. */
export function chosenIn(search: URLSearchParams): AnalysisQuery {
	const asked: Record<string, string> = {};
	for (const [name, values] of Object.entries(offered)) {
		const given = search.get(name);
		if (given) asked[name] = oneOf(values, given) ?? error(404, { message: '' });
	}
	const version = search.get('version');
	return { ...asked, ...(version && { version }) };
}

/** A page with this choice, and something else in it; null takes a part of it away. */
export function choosing(
	path: string,
	chosen: AnalysisQuery,
	change: { [Name in keyof AnalysisQuery]?: string | null } = {},
): string {
	const given = Object.entries({ ...chosen, ...change }).filter((one): one is [string, string] =>
		Boolean(one[1]),
	);
	return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
