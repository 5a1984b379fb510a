import { GetQueueAttributesCommand, type QueueAttributeName } from '@aws-sdk/client-sqs';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserFacingError } from '#infra/local/failure-sentence.ts';
import type { ReadSystem } from '../find-system.ts';

const LOOK_AGAIN_MS = 2000;

/** A system, and how many minutes a step of it may take. */
export interface Patience {
  readonly system: ReadSystem;
  readonly minutes: number;
}

/** Asks again until there is an answer. @throws {UserFacingError} where it takes longer than the system may take */
export async function until<T>({ minutes }: Patience, what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + minutes * 60_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new UserFacingError(`Sau ${minutes} phút vẫn chưa có: ${what}.`);
    await sleep(LOOK_AGAIN_MS);
  }
}

/** Waits until no queue holds a message and no function works on one. */
export const quiet = (smoke: Patience): Promise<true> =>
  until(smoke, 'hàng đợi trống', async () => ((await waitingIn(smoke.system)) === 0 ? true : undefined));

const WAITING: QueueAttributeName[] = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
];

/** The messages that the queues hold, those included that a function is working on. */
async function waitingIn({ sqs, queues }: ReadSystem): Promise<number> {
  const counted = await Promise.all(
    Object.values(queues).map((QueueUrl) =>
      sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: WAITING })),
    ),
  );
  return counted
    .flatMap(({ Attributes = {} }) => WAITING.map((name) => Number(Attributes[name] ?? 0)))
    .reduce((sum, one) => sum + one, 0);
}
