import type { Construct } from 'constructs';
import type { SurveyProvinceEnv } from '#functions/survey-province/env.ts';
import type { SurveyRequested } from '#shared/contracts/messages.ts';
import { tableAccess, secretAccess, sendAccess } from './access.ts';
import { ScheduledMessage } from './scheduled-message.ts';
import type { StackParts } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

const EVERY_NIGHT: SurveyRequested & { readonly reason: 'clock' } = { reason: 'clock' };

/**
 * The province is surveyed once the companies that changed have been assessed, and each night: a survey that was missed, or that read an index before its last writes, is repeated before the morning's sweep.
 */
export function surveyProvinceStep(scope: Construct, { config, resources }: StackParts) {
  const { tables, queues, secrets, context } = resources;
  new ScheduledMessage(scope, 'DailySurvey', {
    to: queues.surveys,
    expression: 'cron(30 4 * * ? *)',
    says: EVERY_NIGHT,
    description: 'what all companies show together, before what fell due is sent',
  });
  return new Step<SurveyProvinceEnv>(scope, 'SurveyProvince', {
    folder: 'survey-province',
    from: queues.surveys,
    memoryMegabytes: 1024,
    environment: {
      ASSESSMENTS_TABLE: tableAccess(tables.assessments, [], ['due']),
      FILES_TABLE: tableAccess(tables.files, ['BatchGetItem', 'GetItem', 'PutItem', 'Query']),
      HASH_SECRET_ARN: secretAccess(secrets.hash),
      HASH_KEYS: settingsOf(config).hashKeys,
      PARKED_TABLE: tableAccess(tables.parked, ['PutItem']),
      COMPANIES_QUEUE_URL: sendAccess(queues.companies),
    },
    reports: ['SENDER_DOUBTED', context.doubted],
    context,
  });
}
