import * as z from 'zod';
import { receiver } from './ids.ts';

const queue = z.string().regex(/^[\w-]{1,80}$/u);

const OPERATOR_TASKS = [
  /** A queue's parked messages go back to it. */
  z.strictObject({ task: z.literal('replay-parked'), queue }),
  /** A queue's dead letters go back to it. */
  z.strictObject({ task: z.literal('move-dead-letters'), queue }),
  /**
   * A receiver's endpoint is called again and gets what it did not accept; the feed shows once more what was not
   * acknowledged.
   */
  z.strictObject({ task: z.literal('redrive-receiver'), receiver }),
] as const;

/** What an operator asks for at the desk. */
export const OperatorTask = z.discriminatedUnion('task', OPERATOR_TASKS);
export type OperatorTask = z.infer<typeof OperatorTask>;

/** serve-pages → do-operator-task: what an operator asks for, and what follows from a switched measure. */
export const DeskTask = z.discriminatedUnion('task', [
  ...OPERATOR_TASKS,
  /** Every company and notice is looked at again. */
  z.strictObject({ task: z.literal('assess-all') }),
]);
export type DeskTask = z.infer<typeof DeskTask>;
