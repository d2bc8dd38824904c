/** Views of accounts: one’s own settings, and the people that a helper looks after. */
import { mayAtAll } from '#domain/access.ts';
import type { HelperView, SettingsView } from '#schemas/views/people.ts';
import { listInCare } from '../accounts/care.ts';
import { describePrincipal } from '../accounts/me.ts';
import { selectCodesMade } from '../accounts/recovery-store.ts';
import { selectPerson } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import { listOpenCorrections } from '../certificates/list-corrections.ts';
import type { Deps } from '../deps.ts';

export async function settingsView({ database, now }: Deps, who: Principal | null): Promise<SettingsView> {
	const hasLogin = who !== null && who.username !== null;
	const me = who && describePrincipal(who, now());
	const person = who && (await selectPerson(database.db, who.learner));
	return {
		me,
		about: person && { birthYear: person.birthYear, residence: person.residence },
		codes: hasLogin ? await selectCodesMade(database.db, who.learner) : [],
	};
}

export async function helperView(deps: Deps, who: Principal): Promise<HelperView> {
	const { database, now } = deps;
	const at = now().getTime();
	const keeps = mayAtAll(who.grants, 'care.keep', at);
	const decides = mayAtAll(who.grants, 'certificate.correct', at);
	return {
		me: describePrincipal(who, now()),
		people: keeps ? await listInCare(database.db, who.actor) : null,
		corrections: decides ? (await listOpenCorrections(deps, who)).length : null,
		gives: mayAtAll(who.grants, 'care.give', at),
	};
}
