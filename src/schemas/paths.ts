/**
 * Where each endpoint of the API is, under the name by which the endpoints' table and the typed client know it. Every
 * export is one endpoint, apart from the others, so that a browser's script carries only those that it calls.
 */

export const health = 'GET /health';

export const createGuest = 'POST /api/guests';
export const createAccount = 'POST /api/accounts';
export const signIn = 'POST /api/session';
export const signOut = 'DELETE /api/session';
export const me = 'GET /api/me';
export const changeMe = 'PATCH /api/me';
export const createRecoveryCode = 'POST /api/recovery-codes';
export const recover = 'POST /api/recovery';
