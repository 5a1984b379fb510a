import type { StageSettings } from './stage-config.ts';
import { dev } from './dev.ts';

/** The stage of runs on local engines, which wait for empty queues instead of for time to pass. */
export const local: StageSettings = {
  ...dev,
  stage: 'local',
  logOrigin: (province) => `haukiem.${province}.example/local`,
  settlingSeconds: 0,
  // A replay may use lists of any age, and TTL deletes nothing during a run
  notices: { ...dev.notices, listingDays: 1825 },
  coalescing: { delaySeconds: 0, windowSeconds: 1, logWindowSeconds: 1 },
};
