/** Views of accounts: one’s own settings, and the people that a helper looks after. */
import { mayAtAll } from '#domain/access.ts';
import type { HelperView, SettingsView } from '#schemas/view.ts';
import { listInCare } from '../accounts/care.ts';
import { selectCodesMade } from '../accounts/recovery-store.ts';
import type { Principal } from '../app-types.ts';
import { listOpenCorrections } from '../certificates/list-corrections.ts';
import type { Deps } from '../deps.ts';
import { readerOf } from './reader.ts';

export async function settingsView({ database }: Deps, who: Principal | null): Promise<SettingsView> {
	const hasLogin = who !== null && who.username !== null;
	return { me: readerOf(who), codes: hasLogin ? await selectCodesMade(database.db, who.learner) : [] };
}

export async function helperView(deps: Deps, who: Principal): Promise<HelperView> {
	const { database, now } = deps;
	const at = now().getTime();
	const keeps = mayAtAll(who.grants, 'care.keep', at);
	const decides = mayAtAll(who.grants, 'certificate.correct', at);
	return {
		me: readerOf(who),
		people: keeps ? await listInCare(database.db, who.actor) : null,
		corrections: decides ? (await listOpenCorrections(deps, who)).length : null,
		gives: mayAtAll(who.grants, 'care.give', at),
	};
}
