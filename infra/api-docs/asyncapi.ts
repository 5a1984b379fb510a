import * as z from 'zod';
import { DeliveryMessage, DueDeliveriesRequested } from '#shared/contracts/delivery-due.ts';
import { FileArrived } from '#shared/contracts/file-arrived.ts';
import { LogEntry } from '#shared/contracts/log-entry.ts';
import {
  AccountTouched,
  CompanyTouched,
  MailsDue,
  NoticeChanged,
  RegistrationRecorded,
  ReportDue,
  SurveyRequested,
  SweepRequested,
  VerdictReached,
} from '#shared/contracts/messages.ts';
import { NoticeEvent, QuestionEvent } from '#shared/contracts/notice-event.ts';
import { DeskTask } from '#shared/contracts/operator-task.ts';
import { ReplyRecorded } from '#shared/contracts/replies.ts';
import { dropReadOnly } from './read-only.ts';

interface Arrow {
  readonly channel: string;
  readonly message: string;
  readonly contract: z.ZodType;
  readonly summary: string;
}

/** The queues in the order of the flow, by the end of their name, each with the message that it carries. */
const ARROWS: readonly Arrow[] = [
  {
    channel: 'files',
    message: 'FileArrived',
    contract: FileArrived,
    summary: 'A file lies in the inbox, or is to be read on',
  },
  {
    channel: 'registrations',
    message: 'RegistrationRecorded',
    contract: RegistrationRecorded,
    summary: "A company's people are to be verified",
  },
  {
    channel: 'companies',
    message: 'CompanyTouched',
    contract: CompanyTouched,
    summary: 'A fact of the company has changed',
  },
  {
    channel: 'police-notices',
    message: 'VerdictReached',
    contract: VerdictReached,
    summary: 'The verdict or its reasons changed',
  },
  {
    channel: 'bank-notices',
    message: 'AccountTouched',
    contract: AccountTouched,
    summary: 'What its bank should know of an account may have changed',
  },
  {
    channel: 'dossiers',
    message: 'NoticeChanged',
    contract: NoticeChanged,
    summary: "The police's notice of a company has come to another state",
  },
  {
    channel: 'log-entries',
    message: 'LogEntry',
    contract: LogEntry,
    summary: 'Something was notified, decided, read or set that is to be entered in the verifiable log',
  },
  {
    channel: 'sweeps',
    message: 'SweepRequested',
    contract: SweepRequested,
    summary: 'What fell due is to be looked at',
  },
  {
    channel: 'surveys',
    message: 'SurveyRequested',
    contract: SurveyRequested,
    summary: 'What companies have shown of themselves is to be counted anew',
  },
  { channel: 'replies', message: 'ReplyRecorded', contract: ReplyRecorded, summary: "A receiver's reply was taken in" },
  {
    channel: 'deliveries',
    message: 'DeliveryDue',
    contract: DeliveryMessage,
    summary: 'A notice may have something to be sent to its receiver',
  },
  {
    channel: 'due-deliveries',
    message: 'DueDeliveriesRequested',
    contract: DueDeliveriesRequested,
    summary: 'The one-minute clock',
  },
  {
    channel: 'reports',
    message: 'ReportDue',
    contract: ReportDue,
    summary: 'A period has ended of which the province owes a report',
  },
  { channel: 'mails', message: 'MailsDue', contract: MailsDue, summary: 'The hourly clock of mails to people' },
  {
    channel: 'operator-tasks',
    message: 'DeskTask',
    contract: DeskTask,
    summary: 'A desk asks for something to be moved on or looked at again',
  },
];

const WEBHOOK = 'webhook';
const OPERATIONS: Readonly<Record<string, string>> = {
  [WEBHOOK]: 'pushNotice',
  [`${WEBHOOK}-question`]: 'pushQuestion',
};
const isWebhook = (channel: string) => channel in OPERATIONS;
const SIGNED = z.object({
  'webhook-id': z.string().describe('The notice and its sequence, or the question: the same for every attempt'),
  'webhook-timestamp': z.string().regex(/^\d+$/u).describe('Seconds since 1970'),
  'webhook-signature': z.string().describe('`v1,…`, two while a key is being changed (Standard Webhooks)'),
});

const schemaOf = (contract: z.ZodType) =>
  z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any', override: dropReadOnly });
const references = (to: string) => ({ $ref: `#/${to}` });

/** Describes every queue's message, and what is pushed to a receiver's endpoint, in AsyncAPI 3. */
export function asyncapi() {
  const all = [
    ...ARROWS,
    {
      channel: WEBHOOK,
      message: 'NoticeEvent',
      contract: NoticeEvent,
      summary: 'A notice issued, updated, withdrawn or expired (CloudEvents 1.0)',
    },
    {
      channel: `${WEBHOOK}-question`,
      message: 'QuestionEvent',
      contract: QuestionEvent,
      summary: 'The police ask a bank about an account that it has a notice of (CloudEvents 1.0)',
    },
  ];
  const perArrow = <T>(make: (arrow: Arrow) => T) => all.map((arrow) => [arrow, make(arrow)] as const);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Hậu kiểm: thông điệp và webhook',
      version: '1.0.0',
      description:
        'Queues carry codes and references, never a name or a number of a person; the twelve-digit code of a household business is sealed on its way (`s1-…`). A receiver’s endpoint is sent the channels `webhook` and `webhook-question` alone.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      perArrow(({ channel, message, summary }) => ({
        address: isWebhook(channel) ? null : channel,
        description: summary,
        messages: { [message]: references(`components/messages/${message}`) },
      })).map(([{ channel }, made]) => [channel, made]),
    ),
    operations: Object.fromEntries(
      perArrow(({ channel, message }) => ({
        action: isWebhook(channel) ? 'send' : 'receive',
        channel: references(`channels/${channel}`),
        messages: [references(`channels/${channel}/messages/${message}`)],
      })).map(([{ channel }, made]) => [OPERATIONS[channel] ?? `handle-${channel}`, made]),
    ),
    components: {
      messages: Object.fromEntries(
        perArrow(({ channel, message, contract, summary }) => ({
          name: message,
          summary,
          contentType: isWebhook(channel) ? 'application/cloudevents+json' : 'application/json',
          ...(isWebhook(channel) && { headers: schemaOf(SIGNED) }),
          payload: schemaOf(contract),
        })).map(([{ message }, made]) => [message, made]),
      ),
    },
  };
}
