import { createGuest } from '#schemas/paths.ts';
import { pathTo } from '#schemas/address.ts';
import { visitor } from '#schemas/whose.ts';
import type { Outcome } from './outcome.ts';
import { readProblem } from './reply.ts';
import { write } from './write.ts';

/** Guests are made once: where no browser's lock keeps another tab from it, this does for so long. */
const turn = 20_000;
const key = 'cung-hoc.making-guest';
/** A browser that keeps no cookies would become another guest with each thing. */
let wasMade = false;

/** Makes the guest for whom counts what was done here by nobody yet. Null: there is one now; else why there is none. */
export async function makeGuest(locale = 'vi'): Promise<Outcome | null> {
	if (wasMade) return { kind: 'signed-out' };
	if (!takeTurn()) return { kind: 'retry', offline: false };
	let isMade = false;
	const asked = { method: 'POST', body: JSON.stringify({ locale }), locale, learner: visitor };
	const outcome = await write(pathTo(createGuest), asked, (status, reply) => {
		isMade = status === 201;
		return readProblem(status, reply);
	});
	wasMade = isMade;
	return isMade ? null : outcome;
}

function takeTurn(): boolean {
	if ('locks' in navigator) return true;
	try {
		if (Number(localStorage.getItem(key)) > Date.now()) return false;
		localStorage.setItem(key, String(Date.now() + turn));
	} catch {
		// Then each tab is for itself.
	}
	return true;
}
