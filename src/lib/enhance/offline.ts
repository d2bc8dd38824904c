import type { Look, ToWorker } from '../offline/messages.ts';
import { leavingHere } from '../offline/leaving-here.ts';
import { isHolding } from './answers.ts';

/** Registers the service worker once the page is at rest, and tells it of the page. It is missing over plain http. */
export function offline() {
	const workers = isSecureContext && 'serviceWorker' in navigator ? navigator.serviceWorker : null;
	if (
		document.querySelector(
			'[data-keep-course], [data-on-device], [data-quiz-start], [data-kept] [data-known="first"]',
		)
	)
		void import('../offline/on-page.ts').then(({ showOnDevice }) => showOnDevice(workers));
	// In development pages change all the time.
	if (!workers || !import.meta.env.PROD) return;
	const isSeen = workers.controller !== null;
	const begin = () => setTimeout(() => void tellOfPage(workers, isSeen).catch(() => undefined), 500);
	if (document.readyState === 'complete') begin();
	else addEventListener('load', begin);
	addEventListener('online', () => void tellOfPage(workers, true).catch(() => undefined));
	followLook(workers);
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden' && (isHolding() || leavingHere())) void sendLater(workers);
	});
}

async function tellOfPage(workers: ServiceWorkerContainer, isSeen: boolean): Promise<void> {
	await workers.register('/service-worker.js');
	const { active } = await workers.ready;
	const said: ToWorker = { kind: 'loaded', path: location.pathname + location.search, isSeen };
	active?.postMessage(said);
}

/** What is chosen on this page counts for pages of the device too. */
function followLook(workers: ServiceWorkerContainer) {
	const { documentElement } = document;
	const tell = () => {
		const { theme, size } = documentElement.dataset;
		const look = { locale: documentElement.lang, theme, size } as Look;
		workers.controller?.postMessage({ kind: 'look', look } satisfies ToWorker);
	};
	new MutationObserver(tell).observe(documentElement, { attributeFilter: ['data-theme', 'data-size'] });
}

/** By Background Sync, where there is one: the page may not be there any more when the network is. */
async function sendLater(workers: ServiceWorkerContainer): Promise<void> {
	const { sync } = (await workers.ready) as { sync?: { register(tag: string): Promise<void> } };
	await sync?.register('outbox').catch(() => undefined);
}
