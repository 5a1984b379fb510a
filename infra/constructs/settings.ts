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
  senders,
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
    /** Whose data `activities/` and each prefix below it may contain. */
    activitySenders: JSON.stringify({
      ...(officeDataOf && { 'activities/': officeDataOf }),
      ...Object.fromEntries(senders.flatMap(({ prefix, dataOf }) => (dataOf ? [[prefix, dataOf]] : []))),
    }),
    releasePolicy: JSON.stringify(releases),
    rulesClock,
    settlingSeconds: String(settlingSeconds),
  };
}
