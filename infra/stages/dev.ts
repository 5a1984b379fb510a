import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { everyAct } from '#shared/domain/notification/release/release-policy.ts';
import type { StageSettings } from './stage-config.ts';

/** An invented document in place of one that a province would issue. */
const sampleDocument = { number: '00/MAU-UBND', date: '2025-07-01' };

export const dev: StageSettings = {
  stage: 'dev',
  region: 'ap-southeast-1',
  residency: undefined,
  alarmEmail: undefined,
  keepsData: false,
  retention: { records: 30, inbox: 14, evidence: 30, accessLogs: 30, logs: RetentionDays.ONE_MONTH },
  evidenceLockDays: undefined,
  logOrigin: (province) => `haukiem.${province}.example/dev`,
  logLockDays: undefined,
  hashKeys: { writes: 1, asks: [1] },
  settlingSeconds: 60,
  notices: { bankDays: 180, listingDays: 30 },
  // No change waits for a person in this stage, so that a run reaches its end; the pages state
  // this.
  releases: {
    police: { watch: everyAct('automatic'), act: everyAct('automatic') },
    bank: { watch: everyAct('automatic'), act: everyAct('automatic') },
    namingDecision: 'automatic',
  },
  coalescing: { delaySeconds: 2, windowSeconds: 5, logWindowSeconds: 10 },
  holding: { share: 0.2, rows: 10 },
  rulesClock: 'real',
  policeSource: { kind: 'extract' },
  measures: { suspiciousAccounts: sampleDocument, accountReview: sampleDocument, foreignIp: sampleDocument },
  switching: { on: 'automatic', off: 'automatic' },
  takingBack: 'automatic',
  officeDataOf: undefined,
  receiversDomain: { withoutBecause: 'Development has no real receivers and no name of its own.' },
  callsAtOnce: undefined,
};
