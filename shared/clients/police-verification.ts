import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import * as z from 'zod';

/** Limits second tries to a share of the answered calls, so that a service that is down is not overloaded. */
interface RetryBudget {
  earn(): void;
  /** Takes one try from the budget; false where none is left. */
  spend(): boolean;
}

const EARNED_A_CALL = 0.1;
const MOST = 10;

/** Allows one second try for every ten answered calls, and a few at the start. */
export function retryBudget(inHand = 5): RetryBudget {
  let left = inHand;
  return {
    earn() {
      left = Math.min(MOST, left + EARNED_A_CALL);
    },
    spend() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}

/** A question to the police about one person. Dates are `yyyy-mm-dd`; a birth year alone is `yyyy`. */
export interface VerificationRequest {
  /** The id is made from the content, so that a repeated question is recognised and not counted. */
  readonly requestId: string;
  readonly purpose: string;
  readonly asOf: string;
  readonly idNumber: string;
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly gender?: 'male' | 'female' | undefined;
  readonly ignoreMarks?: boolean | undefined;
}

const Answer = z.enum(['match', 'mismatch', 'notProvided']);
/** Other fields are dropped, so that the citizen's record stays with the police. */
const Reply = z.object({
  requestId: z.string(),
  found: z.boolean(),
  fields: z.object({ fullName: Answer, dateOfBirth: Answer, gender: Answer.default('notProvided') }).optional(),
  status: z.enum(['active', 'deceased', 'missing', 'reported_lost', 'wanted', 'cancelled']).optional(),
});
export type VerificationReply = z.infer<typeof Reply>;

export type OutageReason = 'network' | 'timeout' | 'busy' | 'credentials' | 'broken_answer' | 'circuit_open';

/** The service cannot answer now. The check is delayed, and nothing follows about the person. */
export class PoliceServiceUnavailable extends Error {
  override readonly name = 'PoliceServiceUnavailable';
  readonly outage: OutageReason;
  /** The time that the service asks to wait, where it names one. */
  readonly retryAfterSeconds: number | undefined;
  constructor(outage: OutageReason, retryAfterSeconds?: number) {
    super(outage);
    this.outage = outage;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The service refuses to answer this question, so asking again is useless. The message is the HTTP status. */
export class PoliceServiceRefused extends Error {
  override readonly name = 'PoliceServiceRefused';
}

export interface PoliceServiceSettings {
  /** The address must be https, or loopback for a local replacement. */
  readonly url: string;
  readonly secret: string;
  readonly timeoutMs?: number;
  readonly restMs?: number;
}

export type AskPolice = (request: VerificationRequest) => Promise<VerificationReply>;

const FAILURES_THAT_OPEN = 5;

/**
 * Calls the verification service of the police (xác thực thông tin công dân), which gives one answer for each field.
 *
 * @throws {PoliceServiceUnavailable} on an outage, a slow or a broken answer, or while the circuit is open
 * @throws {PoliceServiceRefused} where the question itself is refused
 * @throws {TypeError} at once where the address isn't https
 */
export function policeVerification(settings: PoliceServiceSettings): AskPolice {
  const { url, secret, timeoutMs = 3000, restMs = 30_000 } = settings;
  if (!isPrivate(new URL(url))) throw new TypeError('the police service needs https');
  const budget = retryBudget();
  const policy = wrap(
    retry(
      handleWhen((error) => isPassing(error) && budget.spend()),
      { maxAttempts: 1, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1000 }) },
    ),
    circuitBreaker(handleWhen(isOutage), {
      breaker: new ConsecutiveBreaker(FAILURES_THAT_OPEN),
      halfOpenAfter: restMs,
    }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  );

  return async (request) => {
    try {
      const reply = await policy.execute(({ signal }) => ask(url, secret, request, signal));
      budget.earn();
      return reply;
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new PoliceServiceUnavailable('circuit_open', restMs / 1000);
      if (error instanceof TaskCancelledError) throw new PoliceServiceUnavailable('timeout');
      throw error;
    }
  };
}

/** Names and numbers of people are sent only over TLS or to this machine. */
const isPrivate = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));

const isOutage = (error: unknown) => error instanceof PoliceServiceUnavailable || error instanceof TaskCancelledError;

const isPassing = (error: unknown) =>
  isOutage(error) && !(error instanceof PoliceServiceUnavailable && error.outage === 'credentials');

const ask = async (
  url: string,
  secret: string,
  request: VerificationRequest,
  signal: AbortSignal,
): Promise<VerificationReply> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      'x-request-id': request.requestId,
    },
    body: JSON.stringify(request),
    redirect: 'error',
    signal,
  }).catch(() => {
    throw new PoliceServiceUnavailable('network');
  });
  if (!response.ok) throw failureOf(response);
  const body = await response.json().catch(() => undefined);
  const reply = Reply.safeParse(body);
  const answered = reply.success && reply.data.requestId === request.requestId;
  if (!answered || (reply.data.found && !reply.data.fields)) throw new PoliceServiceUnavailable('broken_answer');
  return reply.data;
};

const failureOf = ({ status, headers }: Response): Error => {
  if (status === 401 || status === 403) return new PoliceServiceUnavailable('credentials');
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return new PoliceServiceUnavailable('busy', Number.isFinite(seconds) ? seconds : undefined);
  }
  return new PoliceServiceRefused(String(status));
};
