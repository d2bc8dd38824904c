/** By which a database that is starting, stopping, overworked, full or out of reach makes itself known. */
const codes =
	/^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|57P0|57014|53|55P03|25P0[34]|08|40001|40P01)/;
/** What the driver says without a code. */
const sentences =
	/^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

/** Whether an error means that the database cannot do it now and may do it later. */
export function isUnavailable(error: unknown): boolean {
	if (typeof error !== 'object' || error === null) return false;
	const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
	return codes.test(String(code ?? '')) || sentences.test(String(message ?? '')) || isUnavailable(cause);
}
