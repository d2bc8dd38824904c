/** Bytes `start` to `end`, both included. */
export interface ByteRange {
	start: number;
	end: number;
}

/**
 * The one range that a `Range` header asks for. Null where the whole is to be sent: there is no such header, it is not
 * understood, or it asks for several.
 */
export function rangeOf(header: string | undefined, length: number): ByteRange | 'outside' | null {
	const asked = /^bytes=(\d*)-(\d*)$/i.exec(header?.replace(/\s/g, '') ?? '');
	if (!asked || (!asked[1] && !asked[2])) return null;
	const [from, to] = [Number(asked[1]), Number(asked[2])];
	if (!asked[1])
		return to > 0 && length > 0 ? { start: Math.max(0, length - to), end: length - 1 } : 'outside';
	if (asked[2] && to < from) return null;
	if (from >= length) return 'outside';
	return { start: from, end: asked[2] ? Math.min(to, length - 1) : length - 1 };
}

/** Whether an `If-None-Match` header names the tag; weak and strong count alike. */
export function namesTag(header: string | undefined, tag: string): boolean {
	const tags = header?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
	return tags.includes(tag) || tags.includes('*');
}
