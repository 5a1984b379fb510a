import type { ReceivedCall } from '#test/support/banks/bank-server.ts';

/** The expected state of a bank: the sequence of each of its notices in its own feed. */
export type Truth = ReadonlyMap<string, number>;

export interface ReceiverVerdict {
  /** The notices of which the bank does not have the newest sequence. */
  readonly lost: number;
  /** The events with the same id and another body, or with a second id for one state. */
  readonly doubled: number;
  /** The calls by which an account's notice returned to an older sequence. */
  readonly disordered: number;
  /** The calls that repeated an event which the bank had already accepted. */
  readonly repeated: number;
  readonly calls: number;
}

/** The judgement of all calls to a bank. */
export function judge(
  truth: Truth,
  effects: ReadonlyMap<string, number>,
  calls: readonly ReceivedCall[],
): ReceiverVerdict {
  return {
    lost: [...truth].filter(([id, sequence]) => effects.get(id) !== sequence).length,
    doubled: doubled(calls),
    disordered: disordered(calls),
    repeated: calls.filter(({ id }, at) => calls.slice(0, at).some((before) => before.id === id && isTaken(before)))
      .length,
    calls: calls.length,
  };
}

export const isTaken = ({ status = 0 }: Pick<ReceivedCall, 'status'>): boolean => status >= 200 && status < 300;

function doubled(calls: readonly ReceivedCall[]): number {
  const bodies = new Map<string, string>();
  const ids = new Map<string, string>();
  let count = 0;
  for (const { id, body, event } of calls) {
    const state = `${event.subject} ${event.data.sequence}`;
    if ((bodies.get(id) ?? body) !== body || (ids.get(state) ?? id) !== id) count += 1;
    bodies.set(id, body);
    ids.set(state, id);
  }
  return count;
}

function disordered(calls: readonly ReceivedCall[]): number {
  const newest = new Map<string, number>();
  let count = 0;
  for (const { event } of calls) {
    const { sequence } = event.data;
    if (sequence < (newest.get(event.subject) ?? 0)) count += 1;
    newest.set(event.subject, Math.max(sequence, newest.get(event.subject) ?? 0));
  }
  return count;
}
