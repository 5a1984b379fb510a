import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { AppendEntriesEnv } from '#functions/append-entries/env.ts';
import type { StageConfig } from '../config.ts';
import { tableAccess, readWriteAccess, secretAccess } from './access.ts';
import type { Resources } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

interface Props {
  readonly config: StageConfig;
  readonly resources: Resources;
}

/** The step that enters notices, decisions, listings, accesses and settings in the verifiable log. */
export class AppendEntriesStep extends Construct {
  constructor(scope: Construct, id: string, { config, resources }: Props) {
    super(scope, id);
    const { tables, queues, secrets, log, context } = resources;
    new Step<AppendEntriesEnv>(this, 'AppendEntries', {
      folder: 'append-entries',
      from: queues.logEntries,
      memoryMegabytes: 512,
      environment: {
        LOG_TABLE: tableAccess(tables.log, [
          'GetItem',
          'BatchGetItem',
          'Query',
          'PutItem',
          'UpdateItem',
          'BatchWriteItem',
        ]),
        LOG_BUCKET: readWriteAccess(log),
        LOG_KEY_SECRET_ARN: secretAccess(secrets.logKey),
        LOG_ORIGIN: config.logOrigin,
        PARKED_TABLE: tableAccess(tables.parked, ['PutItem']),
        RETENTION_DAYS: settingsOf(config).retentionDays,
      },
      context,
    });
    new CfnOutput(this, 'LogBucketName', { value: log.bucketName });
  }
}
