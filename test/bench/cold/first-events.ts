import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqsEvent } from '#infra/local/batch.ts';
import type { LocalDeployment, LocalFunction } from '#infra/local/deploy.ts';

const EVENTS = join(import.meta.dirname, '..', '..', '..', 'events');

/** The sample messages by the queue's name in the template. */
const SAMPLES: Readonly<Record<string, string>> = {
  Files: '1-file-arrived',
  Registrations: '2-registration-recorded',
  Companies: '3-company-touched',
  PoliceNotices: '4-verdict-reached',
  BankNotices: '5-account-touched',
  Sweeps: 'sweep-requested-clock',
  Surveys: 'survey-requested',
  Replies: 'reply-recorded',
  Deliveries: 'delivery-due',
  DueDeliveries: 'due-deliveries-requested',
  Dossiers: 'notice-changed',
  LogEntries: 'log-entry',
  Reports: 'report-due',
  Mails: 'mails-due',
  OperatorTasks: 'operator-task',
};

export interface FirstEvent {
  readonly step: string;
  readonly target: LocalFunction;
  readonly event: unknown;
}

/** Each step of the flow with its sample message in the form of Lambda's event. */
export function firstEvents({ mappings }: LocalDeployment): FirstEvent[] {
  return mappings.map(({ queue, target }) => {
    const name = /Queues(\w+?)Queue/u.exec(queue.id)?.[1] ?? '';
    const sample = SAMPLES[name];
    if (sample === undefined) throw new Error(`no sample message for ${queue.id}`);
    const Body = readFileSync(join(EVENTS, `${sample}.json`), 'utf8');
    const sent = { ApproximateReceiveCount: '1', SentTimestamp: String(Date.now()) };
    const message = { MessageId: 'first', ReceiptHandle: 'first', Body, Attributes: sent };
    return { step: target.name.replace(/Function[0-9A-F]{8}$/u, ''), target, event: sqsEvent([message], queue.arn) };
  });
}
