/** As much of a service worker's world as is used: the browser's own types of it cannot stand beside those of pages. */
import type { ToWorker } from './messages.ts';

interface LastingEvent extends Event {
	waitUntil(work: Promise<unknown>): void;
}
export interface FetchEvent extends LastingEvent {
	readonly request: Request;
	readonly clientId: string;
	readonly preloadResponse?: Promise<Response | undefined>;
	respondWith(response: Promise<Response>): void;
}
interface Client {
	readonly url: string;
	postMessage(message: unknown): void;
}
interface Events {
	install: LastingEvent;
	activate: LastingEvent;
	fetch: FetchEvent;
	message: LastingEvent & { readonly data: ToWorker };
	sync: LastingEvent & { readonly tag: string };
}
export interface WorkerWorld {
	readonly location: Location;
	readonly navigator: Navigator;
	readonly registration: ServiceWorkerRegistration;
	readonly clients: {
		claim(): Promise<void>;
		get(id: string): Promise<Client | undefined>;
		matchAll(options: { includeUncontrolled: boolean }): Promise<Client[]>;
	};
	skipWaiting(): Promise<void>;
	importScripts(...urls: string[]): void;
	addEventListener<K extends keyof Events>(type: K, hear: (event: Events[K]) => void): void;
}
