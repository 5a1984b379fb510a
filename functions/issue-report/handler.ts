import { ReportDue } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { issueReport, type IssueReportPorts } from './issue-report.ts';

/**
 * The function takes due reports from a queue, reads the ledger, and writes the province's report into the evidence
 * bucket and each sender's own report into its outbox.
 */
export const createHandler = (ports: IssueReportPorts & { readonly park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: ReportDue,
      handle: eachMessage<ReportDue>(1, (message) => issueReport(message, ports)),
      park: ports.park,
    }),
  );
