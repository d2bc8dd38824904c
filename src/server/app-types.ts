import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
	FastifyBaseLogger,
	FastifyInstance,
	RawReplyDefaultExpression,
	RawRequestDefaultExpression,
	RawServerDefault,
} from 'fastify';
import type { Locale, TargetGroup } from '#schemas/common.ts';
import type { Access } from '#schemas/access.ts';
import type { Preferences } from '#schemas/account.ts';
import type { Catalog } from './courses/catalog.ts';

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
	shared: boolean;
}

declare module 'fastify' {
	interface FastifyInstance {
		catalog: Catalog;
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
