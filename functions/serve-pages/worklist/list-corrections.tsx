import type { VNode } from 'preact';
import { addDays, dayInVietnam, formatDate, type IsoDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { labelOf, displayValue, WORK_KINDS } from '#shared/use-cases/worklist-book.ts';
import { WORKBOOK_TYPE, writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';
import type { Task } from '#shared/tables/tasks.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FieldErrors, download, html } from '../http/answer.ts';
import { ErrorSummary, Table, TextField } from '../layout/components.tsx';
import { Pagination, listPageOf } from '../layout/pagination.tsx';
import { formatInstant } from '../layout/instant.ts';
import { Page } from '../layout/page.tsx';

const CORRECTIONS = '/office/corrections';

const HEADINGS: readonly (readonly [heading: string, width: number])[] = [
  ['Mã số doanh nghiệp', 16],
  ['Tên doanh nghiệp', 40],
  ['Người liên quan', 26],
  ['Nội dung', 22],
  ['Giá trị đang ghi', 32],
  ['Giá trị đúng', 32],
  ['Loại việc', 22],
  ['Lý do, căn cứ', 50],
  ['Người quyết định', 26],
  ['Thời gian', 22],
];

/**
 * The corrections that the office decided, for the register. For an accepted repair it is the value that was read from
 * the cell.
 */
const correctionsIn = (tasks: readonly Task[]) =>
  tasks.flatMap((task) => {
    const { entry, correction, outcome } = task;
    if (correction) return [{ task, from: correction.from, to: correction.to }];
    const isMended = entry.kind === 'repair' && outcome === 'accepted';
    return isMended ? [{ task, from: entry.current, to: entry.proposed }] : [];
  });
type Corrected = ReturnType<typeof correctionsIn>[number];

const cellsOf = ({ task, from, to }: Corrected): string[] => [
  task.enterpriseCode,
  task.companyName,
  task.entry.person ?? '',
  labelOf(task.entry.field),
  displayValue(from),
  displayValue(to),
  WORK_KINDS[task.entry.kind],
  task.reason ?? task.entry.why,
  task.by?.name ?? '',
  task.at === undefined ? '' : formatInstant(task.at),
];

const correctionView = ({ task, from, to }: Corrected) => ({
  enterpriseCode: task.enterpriseCode,
  companyName: task.companyName,
  person: task.entry.person,
  field: task.entry.field,
  from,
  to,
  kind: task.entry.kind,
  reason: task.reason ?? task.entry.why,
  by: task.by?.name ?? '',
  at: task.at ?? '',
});

/** The last days that the page shows where its address names none. */
const DAYS = 30;

/** The days that the address names, or an error for each that is none. */
function daysIn({ event }: Visit, ports: ServePagesPorts) {
  const today = dayInVietnam(ports.now());
  const { from = '', until = '' } = event.queryStringParameters ?? {};
  const first = from === '' ? addDays(today, -DAYS) : parseDate(from);
  const last = until === '' ? today : parseDate(until);
  if (first !== undefined && last !== undefined && first <= last) return { first, last };
  return {
    errors: {
      ...(first === undefined && { from: A_DAY }),
      ...(last === undefined && { until: A_DAY }),
      ...(first !== undefined && last !== undefined && { until: 'Ngày cuối phải từ ngày đầu trở đi.' }),
    },
  };
}
const A_DAY = 'Ghi ngày như 31/12/2025.';

async function correctionsBetween(first: IsoDate, last: IsoDate, ports: ServePagesPorts): Promise<Corrected[]> {
  const settled = await ports.tasks.settled(`${addDays(first, -1)}T17:00:00.000Z`, `${last}T16:59:59.999Z`);
  return correctionsIn(settled).toReversed();
}

/** The page of decisions between two days, with a link to their file. */
export async function listCorrections(visit: Visit, ports: ServePagesPorts) {
  const { from = '', until = '', page } = visit.event.queryStringParameters ?? {};
  const days = daysIn(visit, ports);
  if ('errors' in days) return correctionsPage({ from, until, errors: days.errors, found: <></> }, visit, ports);
  const { first, last } = days;
  const all = await correctionsBetween(first, last, ports);
  const query = `from=${first}&until=${last}`;
  const { items, paging, place } = listPageOf(all, page, (n) => `${CORRECTIONS}?${query}&page=${n}`);
  const found =
    all.length === 0 ? (
      <p class="govuk-body">Không có đính chính nào trong khoảng này.</p>
    ) : (
      <>
        <a class="govuk-button" role="button" href={`${CORRECTIONS}/file?${query}`}>
          Tải tệp đính chính (.xlsx)
        </a>
        <Table
          caption="Đã có hiệu lực trong hệ thống hậu kiểm; hệ thống đăng ký cần được sửa theo tệp này"
          columns={HEADINGS.map(([label]) => ({ label }))}
          rows={items.map(cellsOf)}
        />
        <Pagination {...paging} />
      </>
    );
  const shown = { from: formatDate(first), until: formatDate(last), count: all.length, found };
  return correctionsPage({ ...shown, data: { corrections: items.map(correctionView), ...place } }, visit, ports);
}

interface CorrectionsPage {
  readonly from: string;
  readonly until: string;
  readonly count?: number;
  readonly found: VNode;
  readonly errors?: FieldErrors;
  readonly data?: unknown;
}

function correctionsPage(
  { from, until, count, found, errors = {}, data }: CorrectionsPage,
  { officer }: Visit,
  ports: ServePagesPorts,
) {
  return html(
    <Page title="Đính chính" assets={ports.assets} officer={officer} path={CORRECTIONS}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{`Đính chính đã quyết định${count === undefined ? '' : ` (${count})`}`}</h1>
      <form method="get" action={CORRECTIONS}>
        <TextField name="from" label="Từ ngày" value={from} error={errors['from']} />
        <TextField name="until" label="Đến ngày" value={until} error={errors['until']} />
        <button class="govuk-button govuk-button--secondary" type="submit">
          Xem
        </button>
      </form>
      {found}
    </Page>,
    Object.keys(errors).length > 0 ? 422 : 200,
    { errors, data },
  );
}

/** The decisions as a workbook, for the officer who enters them in the register. */
export async function correctionFile(visit: Visit, ports: ServePagesPorts) {
  const days = daysIn(visit, ports);
  if ('errors' in days) return listCorrections(visit, ports);
  const { first, last } = days;
  const found = await correctionsBetween(first, last, ports);
  const columns = HEADINGS.map(([heading, width]) => ({ heading, width }));
  const bytes = writeWorkbook([{ name: 'Đính chính', columns, rows: found.map(cellsOf) }]);
  return download(bytes, `dinh-chinh-${first}-${last}.xlsx`, WORKBOOK_TYPE);
}
