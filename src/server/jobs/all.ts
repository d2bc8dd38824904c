import { forgetOldEvents } from '../accounts/events.ts';
import { settleAllOverdue } from '../attempts/close.ts';
import type { Deps } from '../deps.ts';
import { deleteFree } from '../limits/store.ts';
import { sweepGuests } from '../own-data/sweep.ts';
import type { Job } from './jobs.ts';

/** Everything that is done without being asked for. */
export function allJobs(
	deps: Pick<Deps, 'catalog' | 'database' | 'now'>,
	onError: (error: unknown) => void,
): Job[] {
	return [
		{
			name: 'close-overdue-attempts',
			every: 'minute',
			run: () => settleAllOverdue(deps, deps.now(), onError),
		},
		{
			name: 'forget-old-events',
			every: 'day',
			run: () => forgetOldEvents(deps.database.db, deps.now()),
		},
		{
			name: 'sweep-guests',
			every: 'day',
			run: async () => void (await sweepGuests(deps.database, deps.now())),
		},
		{
			name: 'sweep-limits',
			every: 'day',
			run: () => deleteFree(deps.database.query, deps.now()),
		},
	];
}
