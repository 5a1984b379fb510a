import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { findHomeProvince } from '#shared/domain/vietnamese/find-home-province.ts';
import { everyAct } from '#shared/domain/notification/release/release-policy.ts';
import type { StageConfig, StageSettings } from '../config.ts';
import { prod } from './prod.ts';

/** An invented document in place of one that a province would issue. */
const sampleDocument = { number: '00/MAU-UBND', date: '2025-07-01' };

const dev: StageSettings = {
  stage: 'dev',
  region: 'ap-southeast-1',
  residency: undefined,
  alarmEmail: undefined,
  mailFrom: 'khong-tra-loi@example.vn',
  monthlyDollars: 20,
  keepsData: false,
  retention: { records: 30, inbox: 14, evidence: 30, accessLogs: 30, logs: RetentionDays.ONE_MONTH },
  evidenceLockDays: undefined,
  logOrigin: (province) => `haukiem.${province}.example/dev`,
  logLockDays: undefined,
  hashKeys: { writes: 1, asks: [1] },
  settlingSeconds: 60,
  notices: { bankDays: 180, listingDays: 30 },
  // No change waits for a person in this stage but a withdrawal that one sender alone causes, so that a run reaches its end; the pages state
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
  desksDomain: { withoutBecause: 'Development has no name of its own.' },
  secondVault: undefined,
  fixedEgress: false,
  recordsAccess: false,
  searchesMalware: false,
  callsAtOnce: undefined,
};

/** The stage of runs on local engines, which wait for empty queues instead of for time to pass. */
const local: StageSettings = {
  ...dev,
  stage: 'local',
  logOrigin: (province) => `haukiem.${province}.example/local`,
  settlingSeconds: 0,
  // A replay may use lists of any age, and TTL deletes nothing during a run
  notices: { ...dev.notices, listingDays: 1825 },
  coalescing: { delaySeconds: 0, windowSeconds: 1, logWindowSeconds: 1 },
};

const STAGES: Readonly<Record<string, StageSettings>> = { dev, prod, local };

export const STAGE_NAMES: readonly string[] = Object.keys(STAGES);
export const isStage = (name: string): boolean => Object.hasOwn(STAGES, name);

/** The province where none is named. */
export const FIRST_PROVINCE = '33';

/** The settings about what people must agree to, and which measures need a switch. */
const peopleRules = ({ releases, switching, takingBack, measures }: StageSettings) => ({
  releases,
  switching,
  takingBack,
  measures,
});

/**
 * The configuration of a stage for a province, which its code or name gives.
 * @param policy the stage whose rules for people hold
 * @throws {Error} where no stage or no province has that name
 */
export function stageConfig(stage: string, named: string = FIRST_PROVINCE, policy: string = stage): StageConfig {
  const [settings, agreed] = [STAGES[stage], STAGES[policy]];
  if (!settings || !agreed) throw new Error(`No stage "${stage}" or "${policy}": there are ${STAGE_NAMES.join(', ')}`);
  const province = findHomeProvince(named);
  if (!province) throw new Error(`No province "${named}"`);
  return { ...settings, ...peopleRules(agreed), province, logOrigin: settings.logOrigin(province.slug) };
}
