/** The outbox, for a worker whose page is gone. */
export async function sendHeld(): Promise<void> {
	return Promise.resolve();
}
