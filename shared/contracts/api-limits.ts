/** Calls of one receiver in a minute: one that reads its feed every second and answers each notice is far below. */
export const CALLS_A_MINUTE = 300;
/** Bytes of a call's body. */
export const LARGEST_BODY = 32_768;
