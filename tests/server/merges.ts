/** What a guest has learned, on offer to a session, without the work of signing in. */
import { createHash } from 'node:crypto';
import { mergeOffer } from '#server/db/tables/index.ts';
import type { Client, TestServer } from './harness.ts';
import { finishLessons } from './learning.ts';

type Server = Pick<TestServer, 'clock' | 'db' | 'guest'>;

export async function plantOffer({ clock, db, guest }: Server, to: Client, by?: Client): Promise<void> {
	const learned = by ?? (await guest());
	await finishLessons(learned, ['mat-khau']);
	await db.insert(mergeOffer).values({
		learnerId: to.me!.id,
		session: createHash('sha256')
			.update(to.cookie.split('=')[1] ?? '')
			.digest('hex'),
		guestId: learned.me!.id,
		shared: false,
		until: new Date(clock.now.getTime() + 60_000),
	});
}

/** The id of what was brought; `isUndone`: and taken back. */
export async function plantMerge(server: Server, to: Client, isUndone = false): Promise<string> {
	await plantOffer(server, to);
	const { status, body } = await to.post('/api/me/merges');
	if (status !== 201) throw new Error(`Nothing was brought: ${JSON.stringify(body)}`);
	if (isUndone) await to.post(`/api/me/merges/${body.id}/undo`);
	return body.id as string;
}
