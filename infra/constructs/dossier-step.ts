import { Construct } from 'constructs';
import { CfnOutput } from 'aws-cdk-lib';
import type { IssueDossierEnv } from '#functions/issue-dossier/env.ts';
import { DOSSIERS } from '#shared/contracts/dossier-files.ts';
import type { AppendEntriesEnv } from '#functions/append-entries/env.ts';
import { tableAccess, readWriteAccessUnder, secretAccess, sendAccess, signAccess, readWriteAccess } from './access.ts';
import type { StackParts } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

/** The step that enters notices, decisions, listings, accesses and settings in the verifiable log. */
export class AppendEntriesStep extends Construct {
  constructor(scope: Construct, id: string, { config, resources }: StackParts) {
    super(scope, id);
    const { tables, queues, log, logSigningKey, context } = resources;
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
        LOG_KEY_ARN: signAccess(logSigningKey),
        LOG_ORIGIN: config.logOrigin,
        PARKED_TABLE: tableAccess(tables.parked, ['PutItem']),
        RETENTION_DAYS: settingsOf(config).retentionDays,
      },
      context,
    });
    new CfnOutput(this, 'LogBucketName', { value: log.bucketName });
  }
}

/** Writes the dossier of each notice to the police, from the facts behind it. */
export function dossierStep(scope: Construct, { config, resources }: StackParts) {
  const { tables, queues, evidence, secrets, context } = resources;
  return new Step<IssueDossierEnv>(scope, 'IssueDossier', {
    folder: 'issue-dossier',
    from: queues.dossiers,
    memoryMegabytes: 1024,
    environment: {
      NOTICES_TABLE: tableAccess(tables.notices, ['GetItem']),
      REPLIES_TABLE: tableAccess(tables.replies, ['GetItem']),
      COMPANIES_TABLE: tableAccess(tables.companies, ['Query']),
      ACCOUNTS_TABLE: tableAccess(tables.accounts, ['Query']),
      POLICE_RECORDS_TABLE: tableAccess(tables.policeRecords, ['Query']),
      SUBSCRIBERS_TABLE: tableAccess(tables.subscribers, ['Query']),
      FILES_TABLE: tableAccess(tables.files, ['BatchGetItem', 'GetItem']),
      HASH_SECRET_ARN: secretAccess(secrets.hash),
      HASH_KEYS: settingsOf(config).hashKeys,
      EVIDENCE_BUCKET: readWriteAccessUnder(evidence, DOSSIERS),
      LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
      PARKED_TABLE: tableAccess(tables.parked, ['PutItem']),
    },
    context,
  });
}
