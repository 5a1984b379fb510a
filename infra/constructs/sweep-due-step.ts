import type { Construct } from 'constructs';
import type { SweepDueEnv } from '#functions/sweep-due/env.ts';
import type { SweepRequested } from '#shared/contracts/messages.ts';
import { tableAccess, writeAccess, secretAccess, sendAccess } from './access.ts';
import { ScheduledMessage } from './scheduled-message.ts';
import type { StackParts } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

const EVERY_MORNING: Extract<SweepRequested, { reason: 'clock' }> = { reason: 'clock' };

/**
 * The step that sends due companies and notices to be assessed and reviewed again, each morning and when a feed was
 * read to its end.
 */
export function sweepDueStep(scope: Construct, { config, resources }: StackParts) {
  const { tables, queues, inbox, secrets, context } = resources;
  const settings = settingsOf(config);
  new ScheduledMessage(scope, 'DailySweep', {
    to: queues.sweeps,
    expression: 'cron(0 5 * * ? *)',
    says: EVERY_MORNING,
    description: 'what fell due, before the offices open',
  });

  return new Step<SweepDueEnv>(scope, 'SweepDue', {
    folder: 'sweep-due',
    from: queues.sweeps,
    memoryMegabytes: 512,
    environment: {
      ACCOUNTS_TABLE: tableAccess(tables.accounts, ['Query']),
      OUTBOX_BUCKET: writeAccess(inbox, 'outbox/'),
      ASSESSMENTS_TABLE: tableAccess(tables.assessments, [], ['due']),
      VERIFICATIONS_TABLE: tableAccess(tables.verifications, [], ['unsettled']),
      NOTICES_TABLE: tableAccess(tables.notices, [], ['review', 'waiting']),
      FILES_TABLE: tableAccess(tables.files, ['BatchGetItem', 'Query']),
      HASH_SECRET_ARN: secretAccess(secrets.hash),
      HASH_KEYS: settings.hashKeys,
      PARKED_TABLE: tableAccess(tables.parked, ['PutItem']),
      COMPANIES_QUEUE_URL: sendAccess(queues.companies),
      REGISTRATIONS_QUEUE_URL: sendAccess(queues.registrations),
      BANK_NOTICES_QUEUE_URL: sendAccess(queues.bankNotices),
      SWEEPS_QUEUE_URL: sendAccess(queues.sweeps),
      LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
      MEASURES: settings.measures,
      MEASURES_TABLE: tableAccess(tables.measures, ['BatchGetItem', 'GetItem', 'UpdateItem']),
      NOTICE_DAYS: settings.noticeDays,
      LISTING_DAYS: settings.listingDays,
      RULES_CLOCK: settings.rulesClock,
    },
    reports: ['NOTICES_UNANSWERED', context.unanswered],
    context,
  });
}
