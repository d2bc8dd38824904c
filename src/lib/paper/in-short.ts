/** An address as one says it: a browser adds `https://` by itself, and a query is for the code alone. */
export function inShort(address: string): string {
	return address.replace(/^https?:\/\//, '').replace(/\?.*$/, '');
}
