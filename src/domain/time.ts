/** A moment as an ISO 8601 string, or as milliseconds since 1970 (UTC). */
export type Moment = string | number;

/**
 * Milliseconds since 1970 (UTC) of a moment. A date alone (`2026-11-22`) is its midnight in UTC.
 * @throws RangeError when the text is no date.
 */
export function millisOf(moment: Moment): number {
	const millis = typeof moment === 'number' ? moment : Date.parse(moment);
	if (!Number.isFinite(millis)) throw new RangeError(`Not a moment: ${moment}`);
	return millis;
}
