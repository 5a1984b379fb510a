import { setTimeout as sleep } from 'node:timers/promises';

/** The time between two counts of the queues. It ends early when a slot has worked off its queue. */
export interface Rest {
  wait(milliseconds: number): Promise<void>;
  end(): void;
}

export function restBetweenLooks(): Rest {
  let ended = new AbortController();
  return {
    async wait(milliseconds) {
      await sleep(milliseconds, undefined, { signal: ended.signal }).catch(() => {});
      ended = new AbortController();
    },
    end: () => ended.abort(),
  };
}
