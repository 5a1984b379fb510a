import type { World } from './world.ts';

/** The queue that a step reads. */
export const queueOf = ({ design }: World, folder: string): string =>
  design.steps.find((step) => step.folder === folder)?.reads?.queue ?? '';
