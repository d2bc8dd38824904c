import { Health } from '../health.ts';
import { described } from '../common.ts';
import * as paths from '../paths.ts';
import { endpoint } from './endpoint.ts';

export const health = {
	health: endpoint({
		address: paths.health,
		access: 'public',
		tag: 'health',
		summary: 'Whether the server can serve',
		description: 'A server that cannot serve, since its database is out of reach, answers 503.',
		responses: { 200: described(Health, 'The server serves.') },
	}),
};
