import type { FoldedVersions } from './fold-versions.ts';

/**
 * Everything that a verification asks about the people of the version in force, as a text that is the same for the same
 * people. It has their names and numbers, so only a keyed hash of it may be stored.
 */
export const peopleInForce = ({ current, peopleSince }: Pick<FoldedVersions, 'current' | 'peopleSince'>): string =>
  JSON.stringify([current.people, peopleSince]);
