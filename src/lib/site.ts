import type { RequestEvent } from '@sveltejs/kit';
import { confirmedOrigin, passkeySite } from '#domain/origin.ts';

/** Address of the site for links that others follow: as the server says, or, where pages run alone, as it was set. */
export function siteOf({ platform, url }: Pick<RequestEvent, 'platform' | 'url'>): string | null {
	return platform?.req.site ?? confirmedOrigin(url.origin, process.env.ORIGIN?.trim(), () => []);
}

/** Whether browsers keep passkeys for this site. */
export function keepsPasskeys(event: Pick<RequestEvent, 'platform' | 'url'>): boolean {
	return passkeySite(siteOf(event)) !== null;
}
