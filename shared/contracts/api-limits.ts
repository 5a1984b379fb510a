/** The most calls of one receiver in a minute, far more than it needs to read its feed every second and answer each notice. */
export const CALLS_A_MINUTE = 300;
/** The largest file that is read. */
export const MOST_FILE_BYTES = 512 * 1024 * 1024;
/** The largest body of a call in bytes. */
export const LARGEST_BODY = 32_768;
