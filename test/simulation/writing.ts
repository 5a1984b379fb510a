import type { InvocationTrace } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** What the observer knows when an item is written. */
export interface Writing {
  readonly before: Attributes | undefined;
  readonly after: Attributes;
  /** The record of what the writing function has done. */
  readonly trace: InvocationTrace;
  readonly world: World;
}
/** The messages of the same function that a step was sent so far. */
export const sentTo = ({ trace, world }: Pick<Writing, 'trace' | 'world'>, folder: string): readonly Attributes[] => {
  const queue = world.design.steps.find((step) => step.folder === folder)?.reads?.queue;
  return trace.sent.filter((one) => one.queue === queue).map(({ body }) => JSON.parse(body) as Attributes);
};
