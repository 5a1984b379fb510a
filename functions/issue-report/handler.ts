import { ReportDue } from '#shared/contracts/messages.ts';
import { messageHandler } from '#shared/runtime/message-handler.ts';
import { issueReport } from './issue-report.ts';

/**
 * The function takes due reports from a queue, reads the ledger, and writes the province's report into the evidence
 * bucket and each sender's own report into its outbox.
 */
export const createHandler = messageHandler(ReportDue, 1, issueReport);
