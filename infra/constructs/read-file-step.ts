import type { Construct } from 'constructs';
import type { ReadFileEnv } from '#functions/1-read-file/env.ts';
import {
  joinAccess,
  readVersionsAccess,
  readWriteAccessUnder,
  replaceAccess,
  secretAccess,
  sendAccess,
  tableAccess,
} from './access.ts';
import type { StackParts } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

/** The step that reads the files of the inbox. */
export function readFileStep(scope: Construct, { config, resources }: StackParts) {
  const { tables, queues, inbox, evidence, secrets, context } = resources;
  const settings = settingsOf(config);
  return new Step<ReadFileEnv>(scope, 'ReadFile', {
    folder: '1-read-file',
    from: queues.files,
    memoryMegabytes: 1769,
    environment: {
      INBOX_BUCKET: readVersionsAccess(inbox),
      EVIDENCE_BUCKET: joinAccess(
        readWriteAccessUnder(evidence, 'receipts/'),
        readWriteAccessUnder(evidence, 'manifests/'),
      ),
      OUTBOX_BUCKET: replaceAccess(inbox, 'outbox/'),
      COMPANIES_TABLE: tableAccess(tables.companies, ['BatchWriteItem']),
      POLICE_RECORDS_TABLE: tableAccess(tables.policeRecords, ['Query', 'BatchWriteItem']),
      ACCOUNTS_TABLE: tableAccess(tables.accounts, ['Query', 'BatchWriteItem']),
      SUBSCRIBERS_TABLE: tableAccess(tables.subscribers, ['BatchWriteItem']),
      LINKS_TABLE: tableAccess(tables.links, ['Query', 'BatchWriteItem']),
      FILES_TABLE: tableAccess(tables.files, ['GetItem', 'PutItem', 'Query']),
      TAKINGS_BACK_TABLE: tableAccess(tables.takingsBack, ['DeleteItem', 'GetItem', 'PutItem']),
      REJECTIONS_TABLE: tableAccess(tables.rejections, ['Query', 'BatchWriteItem']),
      PARKED_TABLE: tableAccess(tables.parked, ['PutItem']),
      FILES_QUEUE_URL: sendAccess(queues.files),
      REGISTRATIONS_QUEUE_URL: sendAccess(queues.registrations),
      COMPANIES_QUEUE_URL: sendAccess(queues.companies),
      BANK_NOTICES_QUEUE_URL: sendAccess(queues.bankNotices),
      SWEEPS_QUEUE_URL: sendAccess(queues.sweeps),
      LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
      HASH_SECRET_ARN: secretAccess(secrets.hash),
      HASH_KEYS: settings.hashKeys,
      HELD_SHARE: settings.heldShare,
      HELD_ROWS: settings.heldRows,
      CALLERS_TABLE: tableAccess(tables.callers, ['Query']),
      OFFICE_SENDERS: settings.officeSenders,
      TAKING_BACK_POLICY: config.takingBack,
      RULES_CLOCK: settings.rulesClock,
      RETENTION_DAYS: settings.retentionDays,
    },
    reports: ['SENDER_CHANGED', context.doubted],
    context,
  });
}
