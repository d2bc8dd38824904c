import type { FastifyReply } from 'fastify';
import { fail, unwrap } from '../failure.ts';
import type { Storage } from './storage.ts';
import type { UploadRow } from './store.ts';

/** Nothing in it may run, and no one else's browser or cache keeps it. */
const headers = {
	'content-security-policy': "default-src 'none'; sandbox",
	'x-content-type-options': 'nosniff',
	'cache-control': 'private, no-store',
	'cross-origin-resource-policy': 'same-origin',
};

/**
 * Sends a file to somebody of whom it was asked before whether they may see it. A picture is shown, a document is kept:
 * it may hold what runs. Their names are ours.
 * @throws {FailureError} where there is none
 */
export async function replyWithFile(
	storage: Storage,
	reply: FastifyReply,
	row: UploadRow | null,
	size: 'small' | 'whole' = 'whole',
): Promise<FastifyReply> {
	const hash = (size === 'small' && row?.smallHash) || row?.hash;
	const bytes = hash ? await storage.get(hash) : null;
	if (!row || !bytes) return unwrap(fail('file-unknown'));
	const isPicture = row.type === 'image/jpeg';
	const disposition = isPicture ? 'inline; filename="anh.jpg"' : 'attachment; filename="tep.pdf"';
	return reply
		.headers({ ...headers, 'content-disposition': disposition })
		.type(isPicture ? 'image/jpeg' : 'application/pdf')
		.code(200)
		.send(Buffer.from(bytes));
}
