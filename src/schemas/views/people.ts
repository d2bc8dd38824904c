/** Views of accounts. */
import Type, { type Static } from 'typebox';
import { CodeMade } from '../account.ts';
import { PersonInCare } from '../care.ts';
import { nullable } from '../common.ts';
import { address, meInFull } from './reader.ts';

export const SettingsView = Type.Object({
	me: meInFull,
	address,
	about: nullable(
		Type.Object({
			birthYear: nullable(Type.Integer(), 'Year of birth; null: not told.'),
			residence: nullable(Type.String(), 'Where the reader lives, in their words; null: not told.'),
		}),
		'What the reader has told of themselves and no other page shows; null: a visitor.',
	),
	codes: Type.Array(CodeMade, {
		description: 'All codes that were ever made for the reader’s account, newest first.',
	}),
});
export type SettingsView = Static<typeof SettingsView>;

export const HelperView = Type.Object({
	me: meInFull,
	address,
	people: nullable(
		Type.Array(PersonInCare),
		'Whom the reader looks after, by name; null: they may look after nobody.',
	),
	corrections: nullable(
		Type.Integer(),
		'How many corrections of names wait for the reader; null: they may decide about none.',
	),
	gives: Type.Boolean({ description: 'The reader decides who looks after whom.' }),
});
export type HelperView = Static<typeof HelperView>;
