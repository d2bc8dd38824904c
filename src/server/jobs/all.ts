import { forgetOldEvents } from '../accounts/events.ts';
import { deleteLongOver } from '../accounts/session-store.ts';
import { tellItems } from '../analysis/tell.ts';
import { settleAllOverdue } from '../attempts/close.ts';
import { forgetOldCorrections } from '../certificates/own-corrections.ts';
import type { Deps } from '../deps.ts';
import { deleteFree } from '../limits/store.ts';
import { deleteOver } from '../merging/store.ts';
import { sweepGuests } from '../own-data/sweep.ts';
import { closeOver } from '../rooms/store.ts';
import { workOnRegrades } from '../regrading/work.ts';
import type { Job } from './jobs.ts';
import { sweepUploads } from '../uploads/sweep.ts';
import { onSteadyClock } from './steady.ts';

/** Everything that is done without being asked for. */
export function allJobs(
	deps: Pick<Deps, 'catalog' | 'database' | 'now' | 'storage'>,
	onError: (error: unknown) => void,
): Job[] {
	const { database, now } = deps;
	const deleting = (name: string, run: () => Promise<unknown>): Job => ({
		name,
		every: 'day',
		run: async () => void (await onSteadyClock(database.db, name, now(), run)),
	});
	return [
		{
			name: 'close-overdue-attempts',
			every: 'minute',
			run: () => settleAllOverdue(deps, now(), onError),
		},
		{ name: 'close-rooms', every: 'minute', run: () => closeOver(database.db, now()) },
		{ name: 'tell-items', every: 'minute', run: () => tellItems(deps) },
		{ name: 'regrade', every: 'minute', run: () => workOnRegrades(deps) },
		deleting('forget-old-events', () => forgetOldEvents(database.db, now())),
		deleting('forget-old-corrections', () => forgetOldCorrections(database, now())),
		deleting('forget-merges', () => deleteOver(database.db, now())),
		deleting('sweep-guests', () => sweepGuests(database, now())),
		deleting('sweep-files', () => sweepUploads(deps, now())),
		deleting('sweep-sessions', () => deleteLongOver(database.db, now())),
		{
			name: 'sweep-limits',
			every: 'day',
			run: () => deleteFree(database.query, now()),
		},
	];
}
