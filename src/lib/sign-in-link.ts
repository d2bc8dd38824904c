import { splitLocale } from '#lib/locale.ts';

/** Pages that sign somebody in or out: nobody wants to come back to them. */
const passing = /^\/(sign-in|sign-up|sign-out|recover|refused)(\/|$)/;

/** The link to signing in, from a page to which one comes back afterwards. */
export function signInFrom({ pathname, search, searchParams }: URL, link: (path: string) => string): string {
	const { path } = splitLocale(pathname);
	const back = passing.test(path) ? searchParams.get('back') : path + search;
	if (!back || back === '/') return link('/sign-in');
	return `${link('/sign-in')}?${new URLSearchParams({ back })}`;
}
