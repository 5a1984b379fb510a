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
const FIRST_MS = 25;
const LONGEST_MS = 2000;
const A_MINUTE_MS = 60_000;

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

interface Token extends RetryToken {
  /** When the call was first made, in milliseconds since 1970. */
  readonly begunAt: number;
}

const token = (count: number, begunAt: number): Token => ({
  getRetryCount: () => count,
  getRetryDelay: () => 0,
  begunAt,
});

/** @param areSpent whether a call is given up after so many tries and milliseconds */
const retries = (areSpent: (tries: number, milliseconds: number) => boolean) => ({
  acquireInitialRetryToken: async (): Promise<Token> => token(0, Date.now()),

  async refreshRetryTokenForRetry(last: Token, failure: Failure): Promise<Token> {
    const tries = last.getRetryCount() + 1;
    if (isHopeless(failure) || areSpent(tries, Date.now() - last.begunAt)) throw new RetriesSpent();
    await wait(Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS) * (0.5 + Math.random()));
    return token(tries, last.begunAt);
  },

  recordSuccess: (): void => undefined,
});

/**
 * The retry strategy of the functions' clients. The SDK's own gives up after three tries and, once many calls have failed,
 * after the first. A whole file would then be read again for one lost answer, and five lost answers would move the
 * message to the dead letters. Here each call is tried many times, with growing and varying pauses, independently of
 * other calls.
 */
export const patientRetries = retries((tries) => tries >= TRIES);

/**
 * The retry strategy of the clients that run an inbox. No queue gives them their work again, so that a call that they give
 * up ends the whole run. Each call is tried for a minute.
 */
export const retriesForAMinute = retries((_, milliseconds) => milliseconds >= A_MINUTE_MS);
