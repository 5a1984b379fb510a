import type { StageConfig } from '../config.ts';
import { dev } from './dev.ts';

/** The run on local engines: it waits for quiet queues instead of for time to pass. */
export const local: StageConfig = {
  ...dev,
  stage: 'local',
  settlingSeconds: 0,
  coalescing: { delaySeconds: 0, windowSeconds: 1 },
};
