/** The address on the person's machine at which their program receives the answer of the sign-in (RFC 8252). */
export const LOOPBACK_CALLBACK = 'http://localhost:8976/callback';
