import { Duration, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { ATTACHMENTS } from '#shared/contracts/attachments.ts';
import { AccessTrail } from './access-trail.ts';
import { Alarms } from './alarms.ts';
import { Buckets } from './buckets.ts';
import { GradualRelease, type StepContext } from './step.ts';
import { Keys } from './keys.ts';
import { createQueues, type Queues } from './queues.ts';
import { MalwareSearch } from './malware-search.ts';
import { SecondVault } from './second-vault.ts';
import { Secrets } from './secrets.ts';
import { createTables, type Tables } from './tables.ts';

interface Props {
  readonly config: StageConfig;
  readonly codeFolder: string;
}

/** What the alarm of a figure of the functions' logs says. */
const HARMED = {
  Parked: 'A message could never succeed and was parked: its matter rests until it is replayed (replay-parked).',
  Unanswered:
    'A receiver does not take its notices, or leaves them unacknowledged: accounts of fraud stay open, honest ones stay watched (npm run redrive -- --list).',
  Doubted:
    'The rows of one sender say something unusual of many companies (SENDER_DOUBTED with the reason): where they lean on it, its word alone flags nobody until its files have been looked at; or the files of a sender have changed (SENDER_CHANGED): a bank names far more companies than before and its file is stopped, or rows, a column or a role that came each month come no more.',
  Refused:
    'Pages or calls of receivers are refused with 429: one caller asks too often, or all together ask more than the API lets in.',
};

/** The resources that the steps use: tables, queues, buckets, secrets, keys and alarms. */
export class Resources extends Construct {
  readonly tables: Tables;
  readonly queues: Queues;
  readonly inbox: Bucket;
  readonly evidence: Bucket;
  readonly log: Bucket;
  readonly secrets: Secrets;
  readonly logSigningKey: Key;
  readonly alarms: Alarms;
  readonly context: StepContext;

  constructor(scope: Construct, id: string, { config, codeFolder }: Props) {
    super(scope, id);
    const { keepsData, retention, coalescing } = config;
    const keys = new Keys(this, 'Keys', config);
    this.logSigningKey = keys.log;
    const alarms = new Alarms(this, 'Alarms', {
      email: config.alarmEmail,
      monthlyDollars: config.monthlyDollars,
      encryptionKey: keys.messages,
    });
    this.alarms = alarms;
    const counted = (metricName: string) =>
      new Metric({ namespace: Stack.of(this).stackName, metricName, period: Duration.minutes(5) });
    const alarmed = (metricName: keyof typeof HARMED, threshold = 1) => {
      const metric = counted(metricName);
      alarms.raise(this, `${metricName}Alarm`, metric, threshold, HARMED[metricName]);
      return metric;
    };
    const parked = alarmed('Parked');
    const unanswered = alarmed('Unanswered');
    const doubted = alarmed('Doubted');
    const refused = alarmed('Refused', 10);
    const tablesThrottled = counted('TablesThrottled');

    const failing = alarms.raise(
      this,
      'ErrorsAlarm',
      new Metric({ namespace: 'AWS/Lambda', metricName: 'Errors', statistic: Stats.SUM }),
      5,
      'Functions of the account fail or run out of time: their messages wait, and after five tries nobody handles them.',
    );

    this.tables = createTables(this, 'Tables', { encryptionKey: keys.records, keepsData });
    this.queues = createQueues(this, 'Queues', { encryptionKey: keys.messages, alarms, coalescing });
    this.secrets = new Secrets(this, 'Secrets', { encryptionKey: keys.records, config });
    const { inbox, evidence, log, accessLogs } = new Buckets(this, 'Buckets', { encryptionKey: keys.files, config });
    this.inbox = inbox;
    this.evidence = evidence;
    this.log = log;
    if (config.secondVault)
      new SecondVault(this, 'SecondVault', {
        ...config.secondVault,
        encryptionKey: keys.records,
        tables: Object.values(this.tables),
        buckets: [inbox, evidence, log],
      });
    if (config.searchesMalware)
      new MalwareSearch(this, 'MalwareSearch', { bucket: evidence, encryptionKey: keys.files, prefix: ATTACHMENTS });
    if (config.recordsAccess)
      new AccessTrail(this, 'AccessTrail', {
        tables: [this.tables.policeRecords, this.tables.caseRecords].map(({ table }) => table.tableArn),
        buckets: [inbox, evidence],
        to: accessLogs,
      });
    this.context = {
      codeFolder,
      logKey: keys.messages,
      logDays: retention.logs,
      keepsLogs: keepsData,
      parked,
      unanswered,
      doubted,
      refused,
      tablesThrottled,
      release: keepsData ? new GradualRelease(this, 'Release', failing) : undefined,
    };
  }
}

/** What the stack's parts are made of. */
export interface StackParts {
  readonly config: StageConfig;
  readonly resources: Resources;
}
