/**
 * A user name for somebody who has none, easy to say and to type on any keyboard: the last word of the name (the given
 * name in Vietnamese and Khmer) in plain Latin letters, and a number; `hoc` where no Latin letter is in it.
 */
export function suggestUsername(displayName: string, number: number): string {
	const given = displayName.trim().split(/\s+/).at(-1) ?? '';
	const plain = given
		.toLowerCase()
		.normalize('NFD')
		.replaceAll('đ', 'd')
		.replace(/[^a-z0-9]/g, '')
		.slice(0, 20);
	return `${plain || 'hoc'}${String(number).padStart(4, '0')}`;
}
