import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { MailOfficersEnv } from '#functions/mail-officers/env.ts';
import { type Access, tableAccess } from './access.ts';
import { ScheduledMessage } from './clock-steps.ts';
import type { StackParts } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

/** The step that tells people of the desks by mail what waits for them. @param desksUrl the address in the mails */
export function mailStep(scope: Construct, { config, resources }: StackParts, desksUrl: string) {
  const { tables, queues, context } = resources;
  new ScheduledMessage(scope, 'MailClock', {
    to: queues.mails,
    expression: 'rate(1 hour)',
    says: { reason: 'clock' },
    description: 'mails to people of the desks',
  });
  new CfnEmailIdentity(scope, 'MailSender', { emailIdentity: domainOf(config.mailFrom) });
  return new Step<MailOfficersEnv>(scope, 'MailOfficers', {
    folder: 'mail-officers',
    from: queues.mails,
    memoryMegabytes: 256,
    environment: {
      MAIL_CHOICES_TABLE: tableAccess(tables.mailChoices, ['Query', 'GetItem', 'UpdateItem']),
      NOTICES_TABLE: tableAccess(tables.notices, [], ['open']),
      RELEASES_TABLE: tableAccess(tables.releases, [], ['waiting']),
      REVIEWS_TABLE: tableAccess(tables.reviews, [], ['waiting']),
      TASKS_TABLE: tableAccess(tables.tasks, [], ['queue']),
      CASE_RECORDS_TABLE: tableAccess(tables.caseRecords, ['Query']),
      TAKINGS_BACK_TABLE: tableAccess(tables.takingsBack, ['Query']),
      MEASURES_TABLE: tableAccess(tables.measures, ['BatchGetItem']),
      PARKED_TABLE: tableAccess(tables.parked, ['PutItem']),
      MAIL_FROM: mailAccess(scope, config.mailFrom),
      DESKS_URL: desksUrl,
      RULES_CLOCK: settingsOf(config).rulesClock,
    },
    context,
  });
}

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);

/** Grants sending mails from one address. */
const mailAccess = (scope: Construct, from: string): Access => ({
  value: from,
  statements: [
    new PolicyStatement({
      actions: ['ses:SendEmail'],
      resources: [Stack.of(scope).formatArn({ service: 'ses', resource: 'identity', resourceName: domainOf(from) })],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    }),
  ],
});
