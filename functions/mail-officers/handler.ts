import { MailsDue } from '#shared/contracts/messages.ts';
import { messageHandler } from '#shared/runtime/message-handler.ts';
import { mailOfficers, type MailOfficersPorts } from './mail-officers.ts';

/** The function is called by the hourly clock, and sends mails to people of the desks. */
export const createHandler = messageHandler(MailsDue, 1, (_due, ports: MailOfficersPorts) => mailOfficers(ports));
