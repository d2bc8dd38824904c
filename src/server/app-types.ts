import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
	FastifyBaseLogger,
	FastifyInstance,
	RawReplyDefaultExpression,
	RawRequestDefaultExpression,
	RawServerDefault,
} from 'fastify';
import type { Locale, TargetGroup } from '#schemas/common.ts';
import type { Grant } from '#domain/access.ts';
import type { Access } from '#schemas/access.ts';
import type { CodeMade, Preferences } from '#schemas/account.ts';
import type { Catalog } from './courses/catalog.ts';
import type { Limits } from './limits/limits.ts';

export type App = FastifyInstance<
	RawServerDefault,
	RawRequestDefaultExpression,
	RawReplyDefaultExpression,
	FastifyBaseLogger,
	TypeBoxTypeProvider
>;

/** Who acts, and for which learner. Today they are the same person; a helper will act for a learner. */
export interface Principal {
	actor: string;
	learner: string;
	locale: Locale;
	targetGroup: TargetGroup | null;
	place: string | null;
	displayName: string | null;
	preferences: Preferences;
	/** Null: no log-in yet. */
	username: string | null;
	/** Those too that are over or have not begun: what counts is decided when it is asked (`domain/access.ts`). */
	grants: Grant[];
	/** Those that would count if they signed in by two steps. */
	withheld: Grant[];
	hasSecondStep: boolean;
	/** Who looks after them now: see `care`. */
	carers: string[];
	codesMade: CodeMade[];
	/** Guests whose learning is theirs now: see `merging`. */
	guests: string[];
	shared: boolean;
}

declare module 'fastify' {
	interface FastifyInstance {
		catalog: Catalog;
		limits: Limits;
		/** A person or what they may do has changed: what sessions hold of them is read anew. */
		forget(learner: string): void;
		/** Every route of the API and who may call it. */
		routeTable: { method: string; url: string; access: Access }[];
	}
	interface FastifyContextConfig {
		access?: Access;
	}
	interface FastifyRequest {
		principal: Principal | null;
		/** Locale in which the API speaks to this client. */
		locale: Locale;
	}
}
