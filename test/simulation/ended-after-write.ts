import { tableKind } from './end-state.ts';
import { caller } from './invocations.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

interface LastWrite {
  /** The step and the kind of the item. */
  readonly folder: string;
  readonly kind: string;
  /** Which of the items of that kind, where not any. */
  readonly isLast?: (item: Attributes) => boolean;
}

/** One invocation of a step ends once it has written an item: it has no answer to what it asks afterwards. */
export async function endingAfterWrite<T>(
  world: World,
  { folder, kind, isLast = () => true }: LastWrite,
  act: () => Promise<T>,
): Promise<T> {
  let ended: unknown;
  world.standIn = ({ name, input }) => {
    const own = caller.getStore();
    if (own !== undefined && own === ended) return new Promise(() => undefined);
    if (ended !== undefined || own?.step.folder !== folder || name !== 'PutCommand') return undefined;
    if (tableKind(input.TableName) === kind && isLast(input.Item)) ended = own;
    return undefined;
  };
  const done = await act();
  world.standIn = undefined;
  return done;
}
