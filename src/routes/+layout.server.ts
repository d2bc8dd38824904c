import { reader } from '#lib/views.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { locale, textSize, theme } = event.locals;
	return { locale, textSize, theme, me: await reader(event) };
};
