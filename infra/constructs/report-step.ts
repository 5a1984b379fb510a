import type { Construct } from 'constructs';
import type { IssueReportEnv } from '#functions/issue-report/env.ts';
import { REPORTS } from '#shared/contracts/report-files.ts';
import type { ReportDue } from '#shared/contracts/messages.ts';
import { tableAccess, writeAccess } from './access.ts';
import { ScheduledMessage } from './scheduled-message.ts';
import type { StackParts } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

/**
 * The step that writes the plan's reports (III.1) on the morning after a half year or a year has ended, and a report of
 * each month.
 */
const CLOCKS: readonly (readonly [id: string, expression: string, says: ReportDue, description: string])[] = [
  ['HalfYearReport', 'cron(0 6 1 1,7 ? *)', { kind: '6-months' }, 'the report of the last half year'],
  ['YearReport', 'cron(30 6 1 1 ? *)', { kind: 'year' }, 'the report of the last year'],
  ['MonthReport', 'cron(0 7 1 * ? *)', { kind: 'month' }, 'what moved in the last month'],
];

export function reportStep(scope: Construct, { config, resources }: StackParts) {
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
