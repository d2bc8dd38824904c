import { Health } from '../health.ts';
import * as paths from '../paths.ts';
import { Problem } from '../problem.ts';
import { endpoint } from './endpoint.ts';

export const health = {
	health: endpoint({
		address: paths.health,
		access: 'public',
		tag: 'health',
		summary: 'Whether the server can serve',
		responses: { 200: Health, 503: Problem },
	}),
};
