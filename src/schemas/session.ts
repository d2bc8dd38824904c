/** The cookie that holds a session: by https under a name that browsers let no other host and no http page set. */
export const plainSessionCookie = 'cung_hoc_session';
export const hostSessionCookie = '__Host-cung_hoc_session';

/** The cookie of whoever has said the password, and of whom a code is asked. */
export const plainHalfWayCookie = 'cung_hoc_half_way';
export const hostHalfWayCookie = '__Host-cung_hoc_half_way';

/** The cookie that holds what a passkey is asked to sign. */
export const plainChallengeCookie = 'cung_hoc_challenge';
export const hostChallengeCookie = '__Host-cung_hoc_challenge';

/** The stricter first; until every browser has it, the other counts under https too, so that nobody is signed out. */
export const sessionCookies = [hostSessionCookie, plainSessionCookie] as const;
