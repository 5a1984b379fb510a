import type { InvocationTrace } from './invocation-trace.ts';
import { tableNamed } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { Attributes } from './twins/expressions.ts';
import type { Message } from './twins/queues.ts';
import type { World } from './world.ts';

/** A message that a function reports as done. */
export interface Ending {
  readonly message: Attributes;
  readonly envelope: Message;
  /** The record of what that function has done. */
  readonly trace: InvocationTrace;
  /** The other messages of the same batch, which the function gives back. */
  readonly givenBack: readonly Attributes[];
  /** The items that it could not write because another function had written them. */
  readonly overtaken: SimulatedInvocation['overtaken'];
  readonly world: World;
}
/** A sentence that says what should have been done before; undefined where all was. */
export type Missing = (ending: Ending) => string | undefined;

/** The key of an item with its table. */
export const placeOf = (world: World, kind: string, ...keys: readonly unknown[]): string =>
  `${tableNamed(world, kind)} ${JSON.stringify(keys)}`;
