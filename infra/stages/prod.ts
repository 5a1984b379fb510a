import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { everyAct } from '#shared/domain/notification/release/release-policy.ts';
import type { StageSettings } from '../config.ts';

export const prod: StageSettings = {
  stage: 'prod',
  region: 'ap-southeast-1',
  residency: undefined,
  alarmEmail: 'truc-haukiem@example.gov.vn',
  mailFrom: 'khong-tra-loi@example.gov.vn',
  monthlyDollars: 100,
  keepsData: true,
  retention: { records: 730, inbox: 90, evidence: 1825, accessLogs: 365, logs: RetentionDays.ONE_YEAR },
  evidenceLockDays: 365,
  // The retention is ten years, the period for administrative records of enterprises' registration.
  logOrigin: (province) => `haukiem.${province}.example/prod`,
  logLockDays: 3653,
  // During a change of keys this is changed step by step, see docs/operations.md
  hashKeys: { writes: 1, asks: [1] },
  settlingSeconds: 900,
  notices: { bankDays: 180, listingDays: 730 },
  // The police are notified at once, because they review, but a notice to them is withdrawn only after one of them has
  // looked. A bank is notified only of what people have released.
  releases: {
    police: {
      watch: { ...everyAct('automatic'), withdraw: 'one_officer' },
      act: { ...everyAct('automatic'), withdraw: 'one_officer' },
    },
    bank: {
      watch: everyAct('one_officer'),
      act: { issue: 'two_officers', update: 'two_officers', withdraw: 'one_officer' },
    },
    namingDecision: 'two_officers',
  },
  coalescing: { delaySeconds: 15, windowSeconds: 20, logWindowSeconds: 60 },
  holding: { share: 0.2, rows: 10 },
  rulesClock: 'real',
  policeSource: { kind: 'extract' },
  // Each measure stays off until the province's desk switches it on by its document. What people switch there overrides
  // this setting.
  measures: { suspiciousAccounts: 'off', accountReview: 'off', foreignIp: 'off' },
  switching: { on: 'two_officers', off: 'one_officer' },
  takingBack: 'two_officers',
  // The office visits addresses itself. The data of the tax office and of social insurance come from their own prefixes;
  // one of them that hands its files to the office instead is added here, which lets a clerk of the office write them.
  officeDataOf: ['registry', 'inspector'],
  // This is set once the host name, its certificate and the truststore exist, and then closes the gateway's own address.
  receiversDomain: {
    withoutBecause:
      'The name, its certificate and the truststore of the receivers’ authorities are not issued yet: the police’s client alone exists, and is handed over with them.',
  },
  // Deploy the stack `…-edge` first: its output is `webAclArn`.
  desksDomain: { withoutBecause: 'The name of the desks and its two certificates are not issued yet.' },
  // Set once the second account and its vault exist, see docs/operations.md
  secondVault: undefined,
  // Set where a bank lets in only addresses that it knows: two gateways cost about US$ 90 a month
  fixedEgress: false,
  recordsAccess: true,
  searchesMalware: true,
  callsAtOnce: { receivers: 20, pages: 20 },
};
