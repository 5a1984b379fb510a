import type { Sandbox } from './sandbox.ts';

/**
 * The messages for which one sandbox is enough. Loading another takes half a second of processor time, in which a loaded one
 * handles most of them.
 */
const MESSAGES_A_SANDBOX = 100;

/** The sandboxes of one mapping: each reads its queue and runs its function. */
export interface Slots {
  /** Not busy: those that have worked since they were last closed, and the others, which are not loaded. */
  readonly warm: Sandbox[];
  readonly cold: Sandbox[];
  /** The number of slots that read or run. `turns` counts starts and ends, so that a change between two counts is noticed. */
  busy: number;
  turns: number;
}

export function slotsOf(open: () => Sandbox, width: number): Slots {
  return { warm: [], cold: Array.from({ length: width }, open), busy: 0, turns: 0 };
}

/**
 * Takes every loaded sandbox, and as many others as the waiting messages are worth.
 * @param oneEach whether each message is worth a sandbox
 */
export function takeSandboxes({ warm, cold, busy }: Slots, waiting: number, oneEach: boolean) {
  const worth = Math.ceil(waiting / (oneEach ? 1 : MESSAGES_A_SANDBOX));
  const more = Math.max(0, worth - busy - warm.length);
  return [
    ...warm.splice(0).map((sandbox) => ({ sandbox, isWarm: true })),
    ...cold.splice(0, more).map((sandbox) => ({ sandbox, isWarm: false })),
  ];
}

export function giveBack({ warm, cold }: Slots, sandbox: Sandbox, isWarm: boolean): void {
  (isWarm ? warm : cold).push(sandbox);
}

export async function closeAll({ warm, cold }: Slots): Promise<void> {
  cold.push(...warm.splice(0));
  // One that has never worked may have been loaded ahead
  await Promise.all(cold.map((sandbox) => sandbox.close()));
}
