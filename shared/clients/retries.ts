import { setTimeout as wait } from 'node:timers/promises';

/** The part of the SDK's retry strategy that is used here. */
interface RetryToken {
  getRetryCount(): number;
  getRetryDelay(): number;
}
interface Failure {
  readonly errorType: 'TRANSIENT' | 'THROTTLING' | 'SERVER_ERROR' | 'CLIENT_ERROR';
  readonly error?: unknown;
}

const TRIES = 9;
/** Their pauses take a minute together. */
const TRIES_IN_A_MINUTE = 36;
const FIRST_MS = 25;
const LONGEST_MS = 2000;

/**
 * Refusals for now, which the SDK takes for the caller's own mistakes: the key of a queue was asked for too often, or
 * another request about the same object, bucket or item was under way.
 */
const FOR_NOW: ReadonlySet<string> = new Set([
  'KmsThrottled',
  'ConditionalRequestConflict',
  'OperationAborted',
  'TransactionConflictException',
]);

const isHopeless = ({ errorType, error }: Failure) =>
  errorType === 'CLIENT_ERROR' && !(error instanceof Error && FOR_NOW.has(error.name));

/** Tells the SDK to throw the call's own error, because no attempt is left or because another attempt cannot help. */
class RetriesSpent extends Error {
  override readonly name = 'RetriesSpent';
}

const token = (count: number): RetryToken => ({ getRetryCount: () => count, getRetryDelay: () => 0 });

/** @param most the number of tries after which a call is given up */
const retries = (most: number) => ({
  acquireInitialRetryToken: async (): Promise<RetryToken> => token(0),

  async refreshRetryTokenForRetry(last: RetryToken, failure: Failure): Promise<RetryToken> {
    const tries = last.getRetryCount() + 1;
    if (isHopeless(failure) || tries >= most) throw new RetriesSpent();
    await wait(Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS) * (0.5 + Math.random()));
    return token(tries);
  },

  recordSuccess: (): void => undefined,
});

/**
 * The retry strategy of the functions' clients. The SDK's own gives up after three tries and, once many calls have failed,
 * after the first. A whole file would then be read again for one lost answer, and five lost answers would move the
 * message to the dead letters. Here each call is tried many times, with growing and varying pauses, independently of
 * other calls.
 */
export const patientRetries = retries(TRIES);

/**
 * The retry strategy of the clients that run an inbox. No queue gives them their work again, so that a call that they give
 * up ends the whole run. Each call is tried for a minute.
 */
export const retriesForAMinute = retries(TRIES_IN_A_MINUTE);
