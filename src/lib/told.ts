import { said } from '#messages/address.ts';
import { getFrame } from './frame.ts';

/**
 * Says to whoever reads the page what the API or an action said: neither knows how the page addresses its reader. Called
 * while a component is made.
 */
export function getTold(): (text: string) => string {
	const frame = getFrame();
	return (text) => said(text, frame.locale, frame.address);
}
