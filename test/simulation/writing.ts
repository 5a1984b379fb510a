import type { Deeds } from './deeds.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** What the observer knows when an item is written. */
export interface Writing {
  readonly before: Attributes | undefined;
  readonly after: Attributes;
  /** The record of what the writing function has done. */
  readonly deeds: Deeds;
  readonly world: World;
}
/** The messages of the same function that a step was sent so far. */
export const sentTo = ({ deeds, world }: Pick<Writing, 'deeds' | 'world'>, folder: string): readonly Attributes[] => {
  const queue = world.design.steps.find((step) => step.folder === folder)?.reads?.queue;
  return deeds.sent.filter((one) => one.queue === queue).map(({ body }) => JSON.parse(body) as Attributes);
};
