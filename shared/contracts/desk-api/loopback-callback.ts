/** Where a person's own program waits for the answer of the sign-in (RFC 8252): nothing else on their machine listens there. */
export const LOOPBACK_CALLBACK = 'http://localhost:8976/callback';
