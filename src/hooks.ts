import type { Reroute } from '@sveltejs/kit';
import { splitLocale } from '#lib/locale.ts';

export const reroute: Reroute = ({ url }) => splitLocale(url.pathname).path;
