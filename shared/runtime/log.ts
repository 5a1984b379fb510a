import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { presentTrace, writtenTrace } from './chain.ts';

const FRAMES = 6;
/** The file, line and column at the end of a frame. Names of functions and folders are left out. */
const POSITION = /([\w.-]+\.[cm]?[jt]sx?:\d+:\d+)\)?$/u;
/** What stands before an error's text. */
const HEADER = /^(?:\w+(?: \[\w+\])?: )?$/u;

/**
 * Where an error was thrown, as `index.mjs:3:4711 < index.mjs:3:960`, the innermost first, or undefined where it is not known.
 * The text of the error, which may hold personal data and look like frames, is never read: frames are what follows it.
 * A release's source maps (`source-maps/<step>/index.mjs.map`) tell the line of the source.
 */
export function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const { stack, message } = error;
  const begins = stack.indexOf(message);
  if (!HEADER.test(stack.slice(0, begins))) return undefined;
  const positions = stack
    .slice(begins + message.length)
    .split('\n')
    .flatMap((frame) => POSITION.exec(frame)?.[1] ?? []);
  return positions.length > 0 ? positions.slice(0, FRAMES).join(' < ') : undefined;
}

/** The codes of all lines that a function may log. A line has codes and ids only, so a name or a number never reaches a log. */
export type LogCode =
  | 'FILE_READ'
  | 'FILE_BEING_READ'
  | 'FILE_UNREADABLE'
  | 'FILE_STOPPED'
  | 'FILE_RELEASED'
  | 'HEADINGS_CONFIRMED'
  | 'FILE_RELEASE_WAITS'
  | 'FILE_CARRIED_ON'
  | 'ACCOUNTS_NOT_COUNTED'
  | 'SENDER_DOUBTED'
  | 'SENDER_CHANGED'
  | 'LEANS_ON_ONE_SENDER'
  | 'MESSAGE_DONE'
  | 'MESSAGE_FAILED'
  | 'MESSAGE_PARKED'
  | 'REQUEST_FAILED'
  | 'SIGN_IN_UNANSWERED'
  | 'POLICE_SERVICE_UNAVAILABLE'
  | 'DUE_COMPANIES_SENT'
  | 'PARKED_REPLAYED'
  | 'DEAD_LETTERS_MOVED'
  | 'DOSSIER_LINK_ISSUED'
  | 'REPORT_ISSUED'
  | 'RECEIVER_LIMITED'
  | 'CHECKPOINT_WITNESSED'
  | 'LOG_TAKEN_FROM_BUCKET'
  | 'NOTICES_REVIEWED'
  | 'NOTICES_UNANSWERED'
  | 'DUE_DELIVERIES_SENT'
  | 'DUE_MESSAGES_SENT'
  | 'TEST_EVENT_SENT'
  | 'QUESTION_SENT'
  | 'QUESTION_NOT_TAKEN'
  | 'NOTICE_WRITTEN'
  | 'NOTICE_SENT'
  | 'DELIVERY_STUCK'
  | 'MAILS_SENT'
  | 'MAIL_REFUSED'
  | 'ENDPOINT_PAUSED'
  | 'ENDPOINT_RECOVERED'
  | 'ENDPOINT_GONE';

/** The ids of a line by kind. Enterprise codes are public register data; personal values are keyed hashes. */
export type LogIds = Readonly<
  Partial<
    Record<
      | 'queue'
      | 'messageId'
      | 'feed'
      | 'error'
      | 'count'
      | 'total'
      | 'reason'
      | 'enterpriseCode'
      | 'receiver'
      | 'sender'
      | 'client'
      | 'noticeId'
      | 'sequence'
      | 'seconds'
      | 'form',
      string | number
    >
  >
>;

/** Leaves out what the log group and the function's own line about each call say. */
class ShortLines extends LogFormatter {
  override formatAttributes(
    { logLevel, message, timestamp, lambdaContext, xRayTraceId }: UnformattedAttributes,
    ids: LogAttributes,
  ): LogItem {
    const attributes = {
      level: logLevel,
      message,
      timestamp: this.formatTimestamp(timestamp),
      function_request_id: lambdaContext?.awsRequestId,
      xray_trace_id: xRayTraceId,
    };
    return new LogItem({ attributes }).addAttributes(ids);
  }
}

export const logger = new Logger({ serviceName: 'haukiem', logFormatter: new ShortLines() });

export function log(code: LogCode, ids: LogIds = {}): void {
  logger.info(code, { code, ...writtenTrace(presentTrace()), ...ids });
}

/** Only the class of an error and its place are logged, because the message of a foreign error may contain personal data. */
export function logFailure(code: LogCode, error: unknown, ids: LogIds = {}): void {
  const place = placeOf(error);
  logger.error(code, {
    code,
    error: error instanceof Error ? error.name : 'unknown',
    ...(place && { place }),
    ...writtenTrace(presentTrace()),
    ...ids,
  });
}
