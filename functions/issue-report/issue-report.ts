import { Readable } from 'node:stream';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import type { ReportDue } from '#shared/contracts/messages.ts';
import { REPORTS } from '#shared/contracts/report-files.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { log } from '#shared/runtime/log.ts';
import { ledgerOfTables, type LedgerPorts } from '#shared/use-cases/reports/ledger-of-tables.ts';
import { lastPeriod, makeReport } from '#shared/use-cases/reports/make-report.ts';
import { reportFiles, reportFolder } from '#shared/use-cases/reports/report-files.ts';

export interface IssueReportPorts extends LedgerPorts {
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly evidenceBucket: string;
  readonly rulesClock: RulesClock;
}

/**
 * Writes the province's report of a period. The same ledger gives the same report; a later ledger may have more facts of
 * the same days.
 */
export async function issueReport({ kind, from, to }: ReportDue, ports: IssueReportPorts): Promise<void> {
  const period =
    from !== undefined && to !== undefined
      ? { from, to }
      : lastPeriod(kind === 'ad-hoc' ? '6-months' : kind, ports.rulesClock.today());
  const folder = `${REPORTS}${reportFolder(kind, period)}`;
  const report = await makeReport({ kind, period }, ledgerOfTables(ports));
  for (const { name, type, bytes } of await reportFiles(report))
    await ports.objects.put(ports.evidenceBucket, `${folder}/${name}`, Readable.from([Buffer.from(bytes)]), type);
  log('REPORT_ISSUED', { reason: kind });
}
