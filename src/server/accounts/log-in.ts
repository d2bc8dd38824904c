import { foldUsername } from '#domain/text.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { isPassword } from './passwords.ts';
import { selectOptionalLogin } from './store.ts';

/** The learner whose user name and password these are. */
export async function logIn(db: Db, username: string, password: string): Promise<string | Failure> {
	const found = await selectOptionalLogin(db, foldUsername(username));
	return (await isPassword(found?.secret, password)) && found ? found.learnerId : fail('wrong-credentials');
}
