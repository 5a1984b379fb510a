import type { World } from './world.ts';

const restored = new WeakSet<World>();

/** Whether the table of the log was restored to an earlier moment. */
export const isLogRestored = (world: World): boolean => restored.has(world);

export function setLogRestored(world: World, isRestored: boolean): void {
  if (isRestored) restored.add(world);
  else restored.delete(world);
}
