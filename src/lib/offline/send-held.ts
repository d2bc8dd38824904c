import type { WorkerWorld } from './worker-world.ts';

declare const __OUTBOX_URL__: string;

/** What `outbox/for-worker.ts` leaves behind. */
type WithOutbox = WorkerWorld & { sendHeld?: () => Promise<void> };

/** At the installation alone a worker can take a script that it has never loaded: it is kept with it. */
export function takeOutbox(worker: WithOutbox): void {
	if ('sync' in worker.registration) worker.importScripts(__OUTBOX_URL__);
}

export async function sendHeld(worker: WithOutbox): Promise<void> {
	if (!worker.sendHeld) worker.importScripts(__OUTBOX_URL__);
	await worker.sendHeld?.();
}
