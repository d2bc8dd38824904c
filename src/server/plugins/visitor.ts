import { timingSafeEqual } from 'node:crypto';
import { parse } from 'cookie';
import type { FastifyRequest } from 'fastify';
import type { Locale } from '#schemas/common.ts';
import { defaultLocale, isLocale } from '#schemas/names.ts';
import type { App } from '../app-types.ts';

declare module 'fastify' {
	interface FastifyRequest {
		/** Address of the person's device, also where the pages call on the person's behalf. */
		visitor: string;
		/** The person's browser, as it names itself. */
		visitorAgent: string;
		/** The address by which the person came, such as `http://localhost:3000`; whether it is ours is another matter. */
		visitorOrigin: string;
		/** The pages of this same process call. */
		fromPages: boolean;
	}
}

/**
 * Settles who calls before anything else reads it: the pages vouch for a visitor's address, host and protocol by a secret
 * that only this process knows; an address alone is never believed.
 */
export function visitor(app: App, secret: string) {
	app.decorateRequest('visitor', '');
	app.decorateRequest('visitorAgent', '');
	app.decorateRequest('visitorOrigin', '');
	app.decorateRequest('fromPages', false);
	app.decorateRequest('locale', defaultLocale);
	app.addHook('onRequest', async (request) => {
		request.fromPages = sameSecret(header(request, 'x-internal'), secret);
		request.visitor = (request.fromPages && header(request, 'x-visitor-address')) || request.ip;
		request.visitorAgent =
			(request.fromPages && header(request, 'x-visitor-agent')) || header(request, 'user-agent') || '';
		if (request.fromPages && header(request, 'x-visitor-proto') === 'https')
			Object.defineProperty(request, 'protocol', { value: 'https' });
		const host = (request.fromPages && header(request, 'x-visitor-host')) || request.host;
		request.visitorOrigin = `${request.protocol}://${host}`;
		request.locale = localeOf(request);
	});
}

function header(request: FastifyRequest, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value[0] : value;
}

function sameSecret(given: string | undefined, secret: string): boolean {
	if (!given) return false;
	const a = Buffer.from(given);
	const b = Buffer.from(secret);
	return a.length === b.length && timingSafeEqual(a, b);
}

/** First of Accept-Language that we speak, else the `locale` cookie, else Vietnamese. */
export function localeOf(request: FastifyRequest): Locale {
	for (const part of (request.headers['accept-language'] ?? '').split(',')) {
		const wanted = part.trim().slice(0, 2).toLowerCase();
		if (isLocale(wanted)) return wanted;
	}
	const chosen = parse(request.headers.cookie ?? '').locale;
	return isLocale(chosen) ? chosen : defaultLocale;
}
