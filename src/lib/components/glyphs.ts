/**
 * Line icons of pages that run in the browser, which is sent these and no others: each a list of `d` attributes on a
 * 24 x 24 grid, for Glyph.svelte.
 */
export const home = [
	'M2.5 10.5C6.5 10 9.5 7.5 12 3.5c2.5 4 5.5 6.5 9.5 7',
	'M5 10.5V20h14v-9.5',
	'M9.5 20v-6h5v6',
];
export const course = [
	'M12 6.5C9.5 4.5 6 4 2.5 4.8v13.2c3.5-.8 7-.3 9.5 1.7 2.5-2 6-2.5 9.5-1.7V4.8C18 4 14.5 4.5 12 6.5Z',
	'M12 6.5v13',
];
export const quiz = [
	'M5 3.5h14q2.5 0 2.5 2.5v9q0 2.5-2.5 2.5h-6l-4.5 4v-4H5q-2.5 0-2.5-2.5V6q0-2.5 2.5-2.5Z',
	'M9.6 8.2C9.8 6.7 10.8 6 12 6c1.4 0 2.4.9 2.4 2.1 0 1.7-2.4 1.8-2.4 3.4',
	'M12 14.5h.01',
];
export const check = ['M4 12.8 9.5 18.3 20 6.5'];
export const cross = ['M6 6 18 18', 'M18 6 6 18'];
export const data = ['M8 20V4.5', 'M3.5 9 8 4.5 12.5 9', 'M16 4v15.5', 'M11.5 15l4.5 4.5 4.5-4.5'];
export const user = ['M12 3.5a4.2 4.2 0 1 0 .01 0Z', 'M4 20.5c.5-4.7 3.5-7.5 8-7.5s7.5 2.8 8 7.5Z'];
export const settings = [
	'M3 7h9',
	'M17 7h4',
	'M14.5 4.5a2.5 2.5 0 1 0 .01 0Z',
	'M3 17h4',
	'M12 17h9',
	'M9.5 14.5a2.5 2.5 0 1 0 .01 0Z',
];
export const download = ['M12 3v12', 'M6.5 10 12 15.5 17.5 10', 'M4 17v3.5h16V17'];
export const signOut = [
	'M13 3.5H6A1.5 1.5 0 0 0 4.5 5v14A1.5 1.5 0 0 0 6 20.5h7',
	'M10 12h11',
	'M17 8l4 4-4 4',
];
export const signIn = [
	'M11 3.5h7A1.5 1.5 0 0 1 19.5 5v14a1.5 1.5 0 0 1-1.5 1.5h-7',
	'M3 12h11',
	'M10 8l4 4-4 4',
];
