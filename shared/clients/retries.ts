import { setTimeout as wait } from 'node:timers/promises';

/** The part of the SDK's retry strategy that is used here. */
interface Token {
  getRetryCount(): number;
  getRetryDelay(): number;
}
interface Failure {
  readonly errorType: 'TRANSIENT' | 'THROTTLING' | 'SERVER_ERROR' | 'CLIENT_ERROR';
}

const TRIES = 9;
const FIRST_MS = 25;
const LONGEST_MS = 2000;

/** No try is left, or none would help: the SDK throws the call's own error. */
class RetriesSpent extends Error {
  override readonly name = 'RetriesSpent';
}

const token = (count: number): Token => ({ getRetryCount: () => count, getRetryDelay: () => 0 });

/**
 * How the SDK's clients try again. Its own strategy gives up after three tries and, once many calls have failed, after the
 * first: then a whole file is read again for one lost answer, and five such answers move the message to the dead letters. Here a call
 * is tried often, with pauses that grow and vary, whatever other calls came to.
 */
export const patientRetries = {
  acquireInitialRetryToken: async (): Promise<Token> => token(0),

  async refreshRetryTokenForRetry(last: Token, { errorType }: Failure): Promise<Token> {
    const count = last.getRetryCount() + 1;
    if (errorType === 'CLIENT_ERROR' || count >= TRIES) throw new RetriesSpent();
    await wait(Math.min(FIRST_MS * 2 ** (count - 1), LONGEST_MS) * (0.5 + Math.random()));
    return token(count);
  },

  recordSuccess: (): void => undefined,
};
