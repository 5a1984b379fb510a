import { ReportDue } from '#shared/contracts/messages.ts';
import { eachMessage, type Park, sqsWorker } from '#shared/runtime/sqs-worker.ts';
import { withLogContext } from '#shared/runtime/with-log-context.ts';
import type { ReadMeasures } from '#shared/use-cases/measures-in-force.ts';
import { issueReport, type IssueReportPorts } from './issue-report.ts';

type BatchPorts = Omit<IssueReportPorts, 'measures'> & { readonly measures: ReadMeasures; readonly park: Park };

/**
 * The function takes due reports from a queue, reads the ledger, and writes the province's report into the evidence
 * bucket and each sender's own report into its outbox.
 */
export const createHandler = (ports: BatchPorts) =>
  withLogContext(
    sqsWorker({
      contract: ReportDue,
      handle: eachMessage<ReportDue>(1, async ({ message }) =>
        issueReport(message, { ...ports, measures: await ports.measures() }),
      ),
      park: ports.park,
    }),
  );
