import type { FastifyReply, FastifyRequest } from 'fastify';
import { blockOf } from '#domain/devices.ts';
import { leavingSignal } from '../plugins/leaving.ts';
import { provenanceOf, type Provenance } from './events.ts';
import type { Turn } from './hash-queue.ts';

/** Whoever sends a request: from where, as far as that is kept, and how they wait for what is dear. */
export interface Caller {
	from: Provenance;
	turn: Turn;
}

export function callerOf(request: FastifyRequest, reply: FastifyReply): Caller {
	const gone = request.raw.leaving ?? leavingSignal(reply.raw);
	return { from: provenanceOf(request), turn: { block: blockOf(request.visitor), gone } };
}

/** Whoever has shown that they know a secret does not wait once more for the rest. */
export function known({ block, gone }: Turn): Turn {
	return { block, gone: gone ?? null, hurried: true };
}
