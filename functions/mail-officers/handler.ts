import { MailsDue } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { mailOfficers, type MailOfficersPorts } from './mail-officers.ts';

/** The function is called by the hourly clock, and sends mails to people of the desks. */
export const createHandler = (ports: MailOfficersPorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: MailsDue,
      handle: eachMessage<MailsDue>(1, () => mailOfficers(ports)),
      park: ports.park,
    }),
  );
