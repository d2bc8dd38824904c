import { foldPassword, weaknessOf, type Owner } from '#domain/passwords.ts';
import { fail, type Failure } from '../failure.ts';
import common from './common-passwords.json' with { type: 'json' };
import { ofHere } from './common-here.ts';

const words: ReadonlySet<string> = new Set([
	...common.words.split(' '),
	...ofHere.map((each) => foldPassword(each)),
]);

/** Refuses a new password that is easy to guess; null where it may be taken. `path`: the field that it came in. */
export function weakPassword(password: string, owner: Owner, path = '/password'): Failure | null {
	const weakness = weaknessOf(password, owner, words);
	return weakness && fail(`password-${weakness}`, { path });
}
