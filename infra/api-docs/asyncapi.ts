import * as z from 'zod';
import { NoticeEvent, QuestionEvent } from '#shared/contracts/notice-event.ts';
import { namedQueues } from '#shared/contracts/queues.ts';
import { dropReadOnly } from './read-only.ts';

interface Arrow {
  readonly channel: string;
  readonly message: string;
  readonly contract: z.ZodType;
  readonly summary: string;
}

/** The queues by the end of their name, each with the message that it carries. */
const arrows = (): readonly Arrow[] =>
  namedQueues().flatMap(([channel, { carries, summary }]) =>
    Object.entries(carries).map(([message, contract]) => ({ channel, message, contract, summary })),
  );

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
    ...arrows(),
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
