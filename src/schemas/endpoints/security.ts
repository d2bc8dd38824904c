import Type from 'typebox';
import { Me } from '../account.ts';
import { described } from '../common.ts';
import * as paths from '../paths.ts';
import {
	AccountEvents,
	Erasure,
	EventsQuery,
	OwnData,
	OwnEvents,
	PasswordChange,
	SignedInList,
} from '../security.ts';
import { endpoint } from './endpoint.ts';

const own = { access: 'learner', tag: 'accounts' } as const;

export const security = {
	changePassword: endpoint({
		...own,
		address: paths.changePassword,
		summary: 'Change my password; signs out everywhere else',
		body: PasswordChange,
		responses: { 200: described(Me, 'Who is signed in, anew.') },
	}),
	signedIn: endpoint({
		...own,
		address: paths.signedIn,
		summary: 'Where I am signed in',
		responses: { 200: described(SignedInList, 'Every session of mine that has not ended.') },
	}),
	endOthers: endpoint({
		...own,
		address: paths.endOthers,
		summary: 'Sign out everywhere but here',
		responses: { 204: Type.Null({ description: 'This session is the only one.' }) },
	}),
	endOne: endpoint({
		...own,
		address: paths.endOne,
		summary: 'Sign out on another device',
		params: Type.Object({
			session: Type.String({ maxLength: 64, description: 'The session, as the list names it.' }),
		}),
		responses: { 204: Type.Null({ description: 'It has ended.' }) },
	}),
	ownEvents: endpoint({
		...own,
		address: paths.ownEvents,
		summary: 'What concerned the safety of my account',
		responses: { 200: described(OwnEvents, 'Sign-ins, also refused ones, and every change.') },
	}),
	ownData: endpoint({
		...own,
		address: paths.ownData,
		summary: 'All that is kept of me, as one file',
		responses: {
			200: {
				description: 'Every record of mine, by the table it is kept in, without secrets and keys of answers.',
				content: { 'application/json': { schema: OwnData } },
			},
		},
	}),
	eraseMe: endpoint({
		...own,
		address: paths.eraseMe,
		summary: 'Erase me; scores stay for statistics, belonging to nobody',
		body: Erasure,
		responses: {
			204: Type.Null({ description: 'There is no such learner any more; signed out everywhere.' }),
		},
	}),
	accountEvents: endpoint({
		address: paths.accountEvents,
		access: 'security.read',
		tag: 'accounts',
		summary: 'What concerned the safety of anybody’s account',
		query: EventsQuery,
		responses: { 200: described(AccountEvents, 'A page of entries.') },
	}),
};
