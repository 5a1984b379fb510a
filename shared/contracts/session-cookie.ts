/** The cookie by which a browser holds a person's session at the desks. */
export const SESSION_COOKIE = '__Host-session';
