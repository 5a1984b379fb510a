import { Construct } from 'constructs';
import type { SweepDueEnv } from '#functions/sweep-due/env.ts';
import type { ReportDue, SurveyRequested, SweepRequested } from '#shared/contracts/messages.ts';
import type { SurveyProvinceEnv } from '#functions/survey-province/env.ts';
import type { IssueReportEnv } from '#functions/issue-report/env.ts';
import { REPORTS } from '#shared/contracts/report-files.ts';
import { tableAccess, writeAccess, secretAccess, sendAccess } from './access.ts';
import type { StackParts } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';
import { Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { StepQueue } from './step-queue.ts';

interface Props {
  readonly to: StepQueue;
  /** The schedule in EventBridge Scheduler's syntax and Vietnamese time: `cron(…)` or `rate(…)`. */
  readonly expression: string;
  readonly says: { readonly reason: 'clock' } | ReportDue;
  readonly description: string;
}

/** Sends the same message to a queue on a schedule. */
export class ScheduledMessage extends Construct {
  constructor(scope: Construct, id: string, { to, expression, says, description }: Props) {
    super(scope, id);
    const { queue, deadLetters } = to;
    new CfnSchedule(this, 'Schedule', {
      description: `haukiem: ${description}`,
      scheduleExpression: expression,
      scheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: queue.queueArn,
        roleArn: schedulerOf(to).roleArn,
        input: JSON.stringify(says),
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
  }
}

/** The role by which schedules send to a queue. A policy within it exists before them, who would lose their first message. */
function schedulerOf(to: StepQueue): Role {
  const made = to.node.tryFindChild('Scheduler');
  if (made instanceof Role) return made;
  const { queue, deadLetters, encryptionKey } = to;
  const sends = new PolicyDocument({
    statements: [
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn, deadLetters.queueArn] }),
      new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [encryptionKey.keyArn] }),
    ],
  });
  return new Role(to, 'Scheduler', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(to).account } },
    }),
    inlinePolicies: { sends },
  });
}

/**
 * The step that writes the plan's reports (III.1) on the morning after a half year or a year has ended, and a report of
 * each month.
 */
const CLOCKS: readonly (readonly [id: string, expression: string, says: ReportDue, description: string])[] = [
  ['HalfYearReport', 'cron(0 6 1 1,7 ? *)', { kind: '6-months' }, 'the report of the last half year'],
  ['YearReport', 'cron(30 6 1 1 ? *)', { kind: 'year' }, 'the report of the last year'],
  ['MonthReport', 'cron(0 7 1 * ? *)', { kind: 'month' }, 'what moved in the last month'],
];

function reportStep(scope: Construct, { config, resources }: StackParts) {
  const { tables, queues, inbox, evidence, context } = resources;
  const { measures, rulesClock } = settingsOf(config);
  for (const [id, expression, says, description] of CLOCKS)
    new ScheduledMessage(scope, id, { to: queues.reports, expression, says, description });
  return new Step<IssueReportEnv>(scope, 'IssueReport', {
    folder: 'issue-report',
    from: queues.reports,
    memoryMegabytes: 2048,
    environment: {
      OUTCOMES_TABLE: tableAccess(tables.outcomes, ['BatchGetItem', 'Query'], ['period']),
      FILES_TABLE: tableAccess(tables.files, ['Query']),
      ASSESSMENTS_TABLE: tableAccess(tables.assessments, [], ['due']),
      LOG_TABLE: tableAccess(tables.log, ['GetItem']),
      PARKED_TABLE: tableAccess(tables.parked, ['PutItem']),
      EVIDENCE_BUCKET: writeAccess(evidence, REPORTS),
      OUTBOX_BUCKET: writeAccess(inbox, 'outbox/'),
      MEASURES: measures,
      MEASURES_TABLE: tableAccess(tables.measures, ['BatchGetItem']),
      RULES_CLOCK: rulesClock,
    },
    context,
  });
}

/** The steps that clocks start. @returns the daily one, which an alarm watches */
export function clockSteps(scope: Construct, parts: StackParts) {
  surveyProvinceStep(scope, parts);
  const sweepDue = sweepDueStep(scope, parts);
  reportStep(scope, parts);
  return { sweepDue };
}

const EVERY_NIGHT: SurveyRequested & { readonly reason: 'clock' } = { reason: 'clock' };

/**
 * The province is surveyed once the companies that changed have been assessed, and each night: a survey that was missed, or that read an index before its last writes, is repeated before the morning's sweep.
 */
function surveyProvinceStep(scope: Construct, { config, resources }: StackParts) {
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

const EVERY_MORNING: Extract<SweepRequested, { reason: 'clock' }> = { reason: 'clock' };

/**
 * The step that sends due companies and notices to be assessed and reviewed again, each morning and when a feed was
 * read to its end.
 */
function sweepDueStep(scope: Construct, { config, resources }: StackParts) {
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
      NOTICES_TABLE: tableAccess(tables.notices, [], ['review'], ['waiting']),
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
