import { ReportDue } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import { issueReport, type IssueReportPorts } from './issue-report.ts';

/** reports queue → the ledger → the province's report in the evidence bucket, each sender's own in its outbox */
export const createHandler = (ports: IssueReportPorts & { park: Park }) =>
  withLogContext(
    sqsWorker({
      contract: ReportDue,
      handle: eachMessage<ReportDue>(1, ({ message }) => issueReport(message, ports)),
      park: ports.park,
    }),
  );
