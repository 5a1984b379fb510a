const TRIES = 8;
const FIRST_MS = 50;

/** Waits before each further try, each time about twice as long. False after the last try. */
export async function waitBeforeRetry(tried: number): Promise<boolean> {
  if (tried === TRIES) return false;
  const milliseconds = FIRST_MS * 2 ** (tried - 1) * (0.5 + Math.random());
  if (tried > 0) await new Promise((done) => setTimeout(done, milliseconds));
  return true;
}
