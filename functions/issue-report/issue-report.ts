import { Readable } from 'node:stream';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import type { ReportDue } from '#shared/contracts/messages.ts';
import { reportFolder, REPORTS } from '#shared/contracts/report-files.ts';
import { outboxKey } from '#shared/contracts/outbox-key.ts';
import type { Report } from '#shared/domain/outcomes/report/report.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { log } from '#shared/runtime/log.ts';
import { ledgerOfTables, type LedgerPorts } from '#shared/use-cases/reports/ledger-of-tables.ts';
import { lastPeriod, makeReports } from '#shared/use-cases/reports/make-report.ts';
import { reportFiles } from '#shared/use-cases/reports/report-files.ts';

export interface IssueReportPorts extends LedgerPorts {
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly evidenceBucket: string;
  readonly outboxBucket: string;
  readonly rulesClock: RulesClock;
}

/**
 * Writes the province's report of a period, and each sender's own into its outbox. The same ledger gives the same
 * report; a later ledger may have more facts of the same days.
 */
export async function issueReport({ kind, from, to }: ReportDue, ports: IssueReportPorts): Promise<void> {
  const period =
    from !== undefined && to !== undefined
      ? { from, to }
      : lastPeriod(kind === 'ad-hoc' ? '6-months' : kind, ports.rulesClock.today());
  const folder = reportFolder(kind, period);
  const { province, own } = await makeReports({ kind, period }, ledgerOfTables(ports));
  await write(province, (name) => [ports.evidenceBucket, `${REPORTS}${folder}/${name}`], ports);
  for (const [sender, report] of own)
    await write(report, (name) => [ports.outboxBucket, outboxKey(sender, `reports/${folder}/${name}`)], ports);
  log('REPORT_ISSUED', { count: own.size + 1, reason: kind });
}

async function write(
  report: Report,
  place: (name: string) => readonly [bucket: string, key: string],
  { objects }: Pick<IssueReportPorts, 'objects'>,
): Promise<void> {
  for (const { name, type, bytes } of await reportFiles(report)) {
    const [bucket, key] = place(name);
    await objects.put(bucket, key, Readable.from([Buffer.from(bytes)]), type);
  }
}
