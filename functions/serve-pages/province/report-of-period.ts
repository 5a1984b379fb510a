import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { LINK_SECONDS } from '#shared/use-cases/dossier-file.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type PageAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { type Months, monthsAsked } from './period-figures.ts';
import { daysOf, isReportMade, keyOfReport } from './made-report.ts';
import { FIGURES_PAGE } from './report-form.tsx';
import { showFigures } from './show-figures.tsx';

/** Has the report of some months made, after the log has recorded who asked. The same ledger gives the same files. */
export async function askReport({ form, officer, event }: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const months = monthsOf(form, ports);
  const says = { kind: 'ad-hoc', ...daysOf(months) } as const;
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, 'province');
  const { requestId } = event.requestContext;
  await ports.enter([entryOf({ kind: 'report-asked', at, by, says }, { request: requestId, at })]);
  await ports.askReport([says]);
  return seeOther(`${FIGURES_PAGE}?${new URLSearchParams({ ...months, done: 'report' }).toString()}`);
}

/** Leads to a file of the report of some months by a short link, once the log has recorded who reads it. */
export async function openReport(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { event, officer } = visit;
  const form = event.queryStringParameters?.['form'];
  if (form !== 'docx' && form !== 'xlsx') return notFoundPage(ports, officer);
  const months = monthsOf(
    new URLSearchParams(Object.entries(event.queryStringParameters ?? {}).map(([name, value = '']) => [name, value])),
    ports,
  );
  const key = keyOfReport(months, form);
  if (!(await isReportMade(months, ports)))
    return showFigures(visit, ports, { errors: { report: NOT_MADE }, status: 409 });
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, 'province');
  const says = { what: 'report', file: key };
  await ports.enter([
    entryOf({ kind: 'data-read', at, by, says }, { key, request: event.requestContext.requestId, at }),
  ]);
  return seeOther(await ports.link(ports.evidenceBucket, key, LINK_SECONDS));
}

const NOT_MADE = 'Chưa có báo cáo của kỳ này. Bấm “Lập báo cáo của kỳ này”, chờ một phút rồi tải lại.';

const monthsOf = (asked: URLSearchParams, { rulesClock }: Pick<ServePagesPorts, 'rulesClock'>): Months => {
  const { from, to } = monthsAsked(asked.get('from') ?? undefined, asked.get('to') ?? undefined, rulesClock.today());
  return { from, to };
};
