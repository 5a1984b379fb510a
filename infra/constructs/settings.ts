import { peopleFor, RELEASE_MODES } from '#shared/domain/notification/release/release-policy.ts';
import type { StageConfig } from '../config.ts';

/** A policy as JSON in which each mode is its number of people, which takes half of the room in an environment. */
export const numbersOfPeople = (policy: object): string =>
  JSON.stringify(policy, (_key, value: unknown) => {
    const mode = RELEASE_MODES.find((one) => one === value);
    return mode === undefined ? value : peopleFor(mode);
  });

/** The stage's configuration in the form of the functions' environment variables. */
export function settingsOf({
  hashKeys,
  holding,
  measures,
  notices,
  officeDataOf,
  policeSource,
  releases,
  retention,
  rulesClock,
  settlingSeconds,
  switching,
}: StageConfig) {
  return {
    /** The codes of the measures that a document directs. */
    measures: Object.entries(measures)
      .filter(([, directedBy]) => directedBy !== 'off')
      .map(([measure]) => measure)
      .join(),
    noticeDays: String(notices.bankDays),
    listingDays: String(notices.listingDays),
    policeServiceUrl: policeSource.kind === 'service' ? policeSource.url : '',
    retentionDays: String(retention.records),
    hashKeys: JSON.stringify(hashKeys),
    heldShare: String(holding.share),
    heldRows: String(holding.rows),
    /** Whose data the files directly in `activities/` may contain. */
    officeSenders: JSON.stringify(officeDataOf ? { 'activities/': officeDataOf } : {}),
    releasePolicy: numbersOfPeople(releases),
    switchPolicy: numbersOfPeople(switching),
    rulesClock,
    settlingSeconds: String(settlingSeconds),
  };
}
