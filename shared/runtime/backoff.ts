const TRIES = 8;
const FIRST_MS = 50;

/**
 * Before each try of what DynamoDB hands back, the first one aside: pauses, each about twice as long as the one before.
 * False once there is no point in trying again.
 */
export async function mayTryAgain(tried: number): Promise<boolean> {
  if (tried === TRIES) return false;
  const milliseconds = FIRST_MS * 2 ** (tried - 1) * (0.5 + Math.random());
  if (tried > 0) await new Promise((done) => setTimeout(done, milliseconds));
  return true;
}
