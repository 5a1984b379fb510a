import * as z from 'zod';
import { receiver } from './ids.ts';

const queue = z.string().regex(/^[\w-]{1,80}$/u);

/** serve-pages → do-operator-task: what an operator asked for at the desk. */
export const OperatorTask = z.discriminatedUnion('task', [
  /** A queue's parked messages go back to it. */
  z.strictObject({ task: z.literal('replay-parked'), queue }),
  /** A queue's dead letters go back to it. */
  z.strictObject({ task: z.literal('move-dead-letters'), queue }),
  /**
   * A receiver's endpoint is called again and gets what it did not accept; the feed shows once more what was not
   * acknowledged.
   */
  z.strictObject({ task: z.literal('redrive-receiver'), receiver }),
]);
export type OperatorTask = z.infer<typeof OperatorTask>;
