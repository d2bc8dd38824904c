/**
 * Whose acts on this page are: whom the page was made for, or, on one that is shown from the device, whoever was last
 * seen on it. Null: a visitor.
 */
export function readerHere(): string | null {
	const { learner } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
	return learner ?? document.documentElement.dataset.reader ?? null;
}

/** Whether this page is shown from the device, since the network did not bring it. */
export function isKept(): boolean {
	return document.documentElement.dataset.kept !== undefined;
}
