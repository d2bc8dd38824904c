import type { Locale } from '#schemas/names.ts';
import type { RescueKey } from '#schemas/rescue.ts';
import type { Entry } from '../outbox/entry.ts';

/** Saves what cannot be sent as a file, among what the browser downloads. How it is called. */
export async function saveRescue(held: readonly Entry[], key: RescueKey): Promise<string> {
	const { rescueFile, rescueName } = await import('../outbox/rescue.ts');
	const name = rescueName(Date.now());
	const text = rescueFile(held, key, document.documentElement.lang as Locale);
	const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	Object.assign(document.createElement('a'), { href: address, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
	return name;
}
