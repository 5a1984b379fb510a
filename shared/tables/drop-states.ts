import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Origin, Standing, StandingOf } from '#shared/domain/drops/counted-facts.ts';
import { isCounting, mayReplace } from '#shared/domain/drops/drop-states.ts';
import { batchGet } from './batch-get.ts';
import { DropStateName } from './drop-item.ts';
import { dropKey, dropOf } from './drop-key.ts';

const StateItem = z.object({
  sender: z.string(),
  place: z.string(),
  state: DropStateName,
  endedAt: z.string().optional(),
});

/** Looks up how the facts of drops stand. */
export interface DropStates {
  readonly standingOf: (origins: readonly (Origin | undefined)[]) => Promise<StandingOf>;
  /** Forgets what was looked up. Call this when a batch of messages was received, before the facts are read. */
  readonly renew: () => void;
}

/**
 * The states of drops in the table `files`. A drop is looked up once, until `renew` is called: whoever changes a state
 * sends messages afterwards, so that a batch that was received later finds the new one.
 */
export function dropStates(db: DynamoDBDocumentClient, table: string): DropStates {
  let known = new Map<string, Promise<Standing | undefined>>();
  const lookUp = (origins: readonly Origin[]): void => {
    const keys = origins.map((origin) => dropKey(dropOf(origin)));
    const found = batchGet(db, table, keys).then((items) => new Map(items.map(stateIn)));
    for (const [n, origin] of origins.entries()) {
      const key = keys[n];
      const standing = found.then((states) => key && states.get(idOf(key)));
      // Whoever waits for it gets its error
      standing.catch(() => {});
      known.set(nameOf(origin), standing);
    }
  };
  return {
    async standingOf(origins) {
      const asked = new Map(origins.flatMap((origin) => (origin ? [[nameOf(origin), origin]] : [])));
      const missing = [...asked].filter(([name]) => !known.has(name)).map(([, origin]) => origin);
      if (missing.length > 0) lookUp(missing);
      const states = await Promise.all([...asked.keys()].map(async (name) => [name, await known.get(name)] as const));
      const standings = new Map(states);
      return (origin) => standings.get(nameOf(origin));
    },
    renew: () => {
      known = new Map();
    },
  };
}

/** Looks each drop up anew, for readers that handle one request at a time. */
export function freshDropStates(db: DynamoDBDocumentClient, table: string): DropStates {
  return { standingOf: (origins) => dropStates(db, table).standingOf(origins), renew: () => {} };
}

const nameOf = ({ file, version }: Origin): string => `${file}\n${version}`;
const idOf = ({ sender, place }: { readonly sender: string; readonly place: string }): string => `${sender}\n${place}`;

function stateIn(item: unknown): readonly [string, Standing | undefined] {
  const { state, endedAt = '', ...key } = StateItem.parse(item);
  return [idOf(key), mayReplace(state) ? { since: isCounting(state) ? endedAt : undefined } : undefined];
}

/** For functions that only write facts. @throws {RangeError} where facts are folded after all */
export const DROPS_NOT_ASKED: DropStates = {
  standingOf: () => Promise.reject(new RangeError('this function folds no facts')),
  renew: () => {},
};
