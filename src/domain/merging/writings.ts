import { isSame, learningTables, type Change, type Row, type Writing } from './tables.ts';

/** What is to be written so that the changes are made: each table once. */
export function writingsOf(changes: readonly Change[]): Writing[] {
	return learningTables.map((table) => {
		const ofTable = changes.filter((change) => change.table === table);
		const stays = (change: Change) => change.before !== null && change.after !== null;
		const rows = (pick: (change: Change) => Row | null) =>
			ofTable.map(pick).filter((row): row is Row => row !== null);
		return {
			table,
			remove: rows((change) => change.gone),
			update: rows((change) => (stays(change) && !isSame(change.before, change.after) ? change.after : null)),
			insert: rows((change) => (change.before === null ? change.after : null)),
		};
	});
}
