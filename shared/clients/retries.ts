import { setTimeout as wait } from 'node:timers/promises';

/** The part of the SDK's retry strategy that is used here. */
interface RetryToken {
  getRetryCount(): number;
  getRetryDelay(): number;
}
interface Failure {
  readonly errorType: 'TRANSIENT' | 'THROTTLING' | 'SERVER_ERROR' | 'CLIENT_ERROR';
}

const TRIES = 9;
const FIRST_MS = 25;
const LONGEST_MS = 2000;

/** Tells the SDK to throw the call's own error, because no attempt is left or because another attempt cannot help. */
class RetriesSpent extends Error {
  override readonly name = 'RetriesSpent';
}

const token = (count: number): RetryToken => ({ getRetryCount: () => count, getRetryDelay: () => 0 });

/**
 * The retry strategy of the SDK's clients. The SDK's own gives up after three tries and, once many calls have failed,
 * after the first. A whole file would then be read again for one lost answer, and five lost answers would move the
 * message to the dead letters. Here each call is tried many times, with growing and varying pauses, independently of
 * other calls.
 */
export const patientRetries = {
  acquireInitialRetryToken: async (): Promise<RetryToken> => token(0),

  async refreshRetryTokenForRetry(last: RetryToken, { errorType }: Failure): Promise<RetryToken> {
    const count = last.getRetryCount() + 1;
    if (errorType === 'CLIENT_ERROR' || count >= TRIES) throw new RetriesSpent();
    await wait(Math.min(FIRST_MS * 2 ** (count - 1), LONGEST_MS) * (0.5 + Math.random()));
    return token(count);
  },

  recordSuccess: (): void => undefined,
};
