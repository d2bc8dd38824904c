import Type from 'typebox';
import { Care, CareList, CareRequest, PersonInCare } from '../care.ts';
import { described } from '../common.ts';
import * as paths from '../paths.ts';
import { endpoint } from './endpoint.ts';

const tag = 'care';

export const care = {
	inMyCare: endpoint({
		address: paths.inMyCare,
		access: 'care.keep',
		tag,
		summary: 'Whom I look after',
		responses: { 200: described(CareList, 'Everybody I look after now.') },
	}),
	registerInCare: endpoint({
		address: paths.registerInCare,
		access: 'care.keep',
		tag,
		summary: 'Register somebody, who is in my care from then on; 200 when this was done already',
		description: 'They have no password: they set one with a recovery code, which I can make for them.',
		body: CareRequest,
		responses: {
			200: described(PersonInCare, 'Registered before, with this id.'),
			201: described(PersonInCare, 'Registered now, and in my care.'),
		},
	}),
	giveCare: endpoint({
		address: paths.giveCare,
		access: 'care.give',
		tag,
		summary: 'Put a learner into a helper’s care; 200 when they are in it already',
		body: Care,
		responses: {
			200: described(Care, 'In that helper’s care before.'),
			201: described(Care, 'In that helper’s care from now on.'),
		},
	}),
	endCare: endpoint({
		address: paths.endCare,
		access: 'care.give',
		tag,
		summary: 'Take a learner out of a helper’s care',
		body: Care,
		responses: { 204: Type.Null({ description: 'No longer in that helper’s care.' }) },
	}),
};
