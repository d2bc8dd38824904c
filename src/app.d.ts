import type { Me } from '#schemas/account.ts';
import type { Locale } from '#schemas/common.ts';
import type { TargetGroup, TextSize, Theme } from '#schemas/names.ts';

declare global {
	namespace App {
		interface Locals {
			locale: Locale;
			/** Address of the site for links that others follow; null: none that is sure. */
			site: string | null;
			textSize: TextSize;
			theme: Theme;
			/** The target group that was chosen on this device; null: none. */
			group: TargetGroup | null;
			/** In whose name the form that was sent is made, as it says itself: see `lib/whose.ts`. */
			whose?: string;
			/** Who visits, once it has been asked: see `lib/views.ts`. */
			me?: Promise<Me | null>;
			/** What the page shows, once it has been asked for: see `lib/views.ts`. */
			view?: Promise<unknown>;
			/** The same, as the API wrote it. */
			viewText?: Promise<unknown>;
		}
		interface Error {
			message: string;
		}
	}
}

declare module 'node:http' {
	interface IncomingMessage {
		/** How the pages reach the API of their own process; the server adds it to the request that it gives them. */
		askApi?: (request: {
			method: string;
			/** Path and query. */
			url: string;
			headers: Record<string, string>;
			body: string | Uint8Array | null;
			/** Aborted when the visitor who waits has gone. */
			leaving?: AbortSignal | undefined;
		}) => Promise<{
			status: number;
			headers: Record<string, string | string[] | number | undefined>;
			/** Text; the pages ask for nothing else. */
			body: string;
		}>;
		/** Address of the site for links that others follow, where it is sure: see `domain/origin.ts`. */
		site?: string | null;
		/** By which the server hears of a page that it may send again: see `plugins/own-pages.ts`. */
		keepPage?: (page: {
			/** The view that it shows: its address in the API, and what that said. */
			view: string;
			said: string;
			html: string;
			/** The words of a moment between `<time>` and `</time>`. */
			momentWords: (timestamp: string) => string;
			/** Stands where an id of its own belongs. */
			freshId: string;
			headers: [string, string][];
		}) => void;
	}
}

export {};
