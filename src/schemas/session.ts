/** The cookie that holds a session: by https under a name that browsers let no other host and no http page set. */
export const plainSessionCookie = 'cung_hoc_session';
export const hostSessionCookie = '__Host-cung_hoc_session';

/** The stricter first; until every browser has it, the other counts under https too, so that nobody is signed out. */
export const sessionCookies = [hostSessionCookie, plainSessionCookie] as const;
