import type { StageConfig } from '../config.ts';

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
    releasePolicy: JSON.stringify(releases),
    rulesClock,
    settlingSeconds: String(settlingSeconds),
  };
}
