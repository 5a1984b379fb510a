import * as z from 'zod';
import { receiver } from './ids.ts';

const queue = z.string().regex(/^[\w-]{1,80}$/u);

/** Why an operator drops a parked message; free words could name people, and the log keeps what it is told. */
export const DISCARD_REASONS = ['sent_otherwise', 'not_needed', 'unreadable'] as const;

const OPERATOR_TASKS = [
  /** The parked messages of a queue are sent to it again. */
  z.strictObject({ task: z.literal('replay-parked'), queue }),
  /** A parked message is dropped, unless it was parked again since the operator saw it. */
  z.strictObject({
    task: z.literal('discard-parked'),
    queue,
    messageId: z.string().regex(/^[\w-]{1,100}$/u),
    parkedAt: z.iso.datetime(),
    because: z.enum(DISCARD_REASONS),
  }),
  /** The dead letters of a queue are moved back to it. */
  z.strictObject({ task: z.literal('move-dead-letters'), queue }),
  /**
   * A receiver's endpoint is called again with the notices that it did not accept, and the feed repeats those that were
   * not acknowledged.
   */
  z.strictObject({ task: z.literal('redrive-receiver'), receiver }),
] as const;

/** A task that an operator asks for at the desk. */
export const OperatorTask = z.discriminatedUnion('task', OPERATOR_TASKS);
export type OperatorTask = z.infer<typeof OperatorTask>;

/** Message from serve-pages to do-operator-task: a task of an operator, or the sweep that follows a switched measure. */
export const DeskTask = z.discriminatedUnion('task', [
  ...OPERATOR_TASKS,
  /** Every company is assessed and every notice is reviewed again. */
  z.strictObject({ task: z.literal('assess-all') }),
]);
export type DeskTask = z.infer<typeof DeskTask>;
