import type { FastifyRequest } from 'fastify';

/** Browsers that came by https once come by https for a year. Of this host alone: what others do is not known here. */
export const strictTransport = 'max-age=31536000';

/** Whether people come by https: also where the public address says so and the proxy in between is not trusted. */
export function comesByHttps(
	{ protocol }: Pick<FastifyRequest, 'protocol'>,
	publicOrigin: string | null,
): boolean {
	return protocol === 'https' || Boolean(publicOrigin?.startsWith('https:'));
}
