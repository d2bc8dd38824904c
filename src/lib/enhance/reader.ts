/** Who reads this page, as far as it counts for what they do on it. */
export interface Reader {
	/** Null: nobody is signed in. */
	learner: string | null;
	isGuest: boolean;
}

const key = 'cung-hoc.reader';

/**
 * A page that this device kept was made for nobody (`data-kept` on the document, put there by what kept it): who reads
 * it is whom the last page from the network was made for.
 */
export function readerHere(): Reader {
	const { learner = null, guest } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
	if (isKept()) return remembered();
	const reader = { learner, isGuest: guest !== undefined };
	remember(reader);
	return reader;
}

/** Whether this page came from what the device kept, so that nothing of its reader stands in it. */
export function isKept(): boolean {
	return document.documentElement.dataset.kept !== undefined;
}

function remembered(): Reader {
	try {
		const { learner, isGuest } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Reader>;
		return { learner: learner ?? null, isGuest: isGuest ?? false };
	} catch {
		return { learner: null, isGuest: false };
	}
}

function remember(reader: Reader) {
	try {
		if (reader.learner === null) localStorage.removeItem(key);
		else localStorage.setItem(key, JSON.stringify(reader));
	} catch {
		return;
	}
}
