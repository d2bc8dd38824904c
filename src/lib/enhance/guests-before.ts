/**
 * Guests after whom an account's page came on this device. What they did here and was not sent is theirs; who has signed
 * in since may see to it. It is forgotten when somebody signs out (`enhance/leave.ts`), as all keys that begin so.
 */
const key = 'cung-hoc.reader-before';

type Followed = Record<string, string[]>;

function followed(): Followed {
	try {
		return JSON.parse(localStorage.getItem(key) ?? '{}') as Followed;
	} catch {
		return {};
	}
}

export function guestsBefore(account: string | null): string[] {
	return (account && followed()[account]) || [];
}

export function rememberGuestBefore(account: string, guest: string): void {
	const known = followed();
	const guests = new Set(known[account]).add(guest);
	try {
		localStorage.setItem(key, JSON.stringify({ ...known, [account]: [...guests] }));
	} catch {
		return;
	}
}
