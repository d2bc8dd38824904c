import { isKept, readerHere as whoReads } from '../offline/reader.ts';

/** Who reads this page, as far as it counts for what they do on it. */
export interface Reader {
	/** Null: nobody is signed in. */
	learner: string | null;
	isGuest: boolean;
}

const key = 'cung-hoc.reader-guest';

/** On a page that this device kept, made for nobody, who reads it is whoever was last seen here. */
export function readerHere(): Reader {
	const learner = whoReads();
	const { guest, leaves } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
	if (isKept()) return { learner, isGuest: learner !== null && learner === lastGuest() };
	const reader = { learner, isGuest: guest !== undefined };
	const before = lastGuest();
	const isAccount = learner !== null && !reader.isGuest;
	// Of a shared device nobody can say that the two belong together.
	if (isAccount && before && before !== learner && leaves !== 'shared') void follow(learner, before, reader);
	else remember(reader);
	return reader;
}

/** Happens once a guest, so that no other page waits for it; where it cannot be fetched, the next page does it. */
async function follow(account: string, guest: string, reader: Reader) {
	const { rememberGuestBefore } = await import('./guests-before.ts').catch(() => ({
		rememberGuestBefore: null,
	}));
	if (!rememberGuestBefore) return;
	rememberGuestBefore(account, guest);
	remember(reader);
}

function lastGuest(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function remember({ learner, isGuest }: Reader) {
	try {
		if (learner && isGuest) localStorage.setItem(key, learner);
		else localStorage.removeItem(key);
	} catch {
		return;
	}
}
