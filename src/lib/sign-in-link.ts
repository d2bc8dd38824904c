import { splitLocale } from '#lib/locale.ts';

/** Pages that sign somebody in or out: nobody wants to come back to them. */
const passing = /^\/(sign-in|sign-up|sign-out|recover|refused)(\/|$)/;

/** The link to signing in, or to a new account, from a page to which one comes back afterwards. */
export function signInFrom(
	url: URL,
	link: (path: string) => string,
	to: '/sign-in' | '/sign-up' = '/sign-in',
): string {
	const here = pageAt(url);
	const back = passing.test(here) ? url.searchParams.get('back') : here;
	if (!back || back === '/') return link(to);
	return `${link(to)}?${new URLSearchParams({ back })}`;
}

/** The page at an address, without its language; a form's address names, behind `?/`, what was to be done there. */
export function pageAt({ pathname, search }: URL): string {
	const query = search
		.slice(1)
		.split('&')
		.filter((one) => !one.startsWith('/'))
		.join('&');
	return splitLocale(pathname).path + (query && `?${query}`);
}
