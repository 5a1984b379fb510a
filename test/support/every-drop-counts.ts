import type { DropStates } from '#shared/tables/drop-states.ts';

/** The states of drops in a test in which all of them were read to their end. */
export const EVERY_DROP_COUNTS: DropStates = {
  standingOf: async () => () => ({ since: '2026-01-05T03:00:00.000Z' }),
  renew: () => {},
};
