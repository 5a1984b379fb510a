import { addDays, dayInVietnam, formatDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { labelOf, displayValue, WORK_KINDS, worklistBook } from '#shared/use-cases/worklist-book.ts';
import { writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';
import type { Task } from '#shared/tables/tasks.ts';
import type { Visit } from '../admit.ts';
import { download, html } from '../http/answer.ts';
import { Table, TextField } from '../layout/components.tsx';
import { Pagination } from '../layout/pagination.tsx';
import { formatInstant } from '../layout/instant.ts';
import { Page } from '../layout/page.tsx';
import { listPageOf } from '../layout/paging.ts';
import type { ServePagesPorts } from '../ports.ts';
import { openTasks } from './open-tasks.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CORRECTIONS = '/office/corrections';

/** The whole worklist as a workbook with a sheet for each kind of entry. */
export async function worklistFile(_: Visit, ports: ServePagesPorts) {
  const tasks = await openTasks(ports);
  const names = new Map(tasks.map(({ enterpriseCode, companyName }) => [enterpriseCode, companyName]));
  const rows = tasks.map(({ enterpriseCode, entry }) => ({ enterpriseCode, ...entry }));
  const name = `viec-can-lam-${dayInVietnam(ports.now())}.xlsx`;
  return download(
    worklistBook(rows, (code) => names.get(code)),
    name,
    WORKBOOK,
  );
}

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

async function asked({ event }: Visit, ports: ServePagesPorts) {
  const today = dayInVietnam(ports.now());
  const { from, until, page } = event.queryStringParameters ?? {};
  const first = parseDate(from ?? '') ?? addDays(today, -30);
  const last = parseDate(until ?? '') ?? today;
  const settled = await ports.tasks.settled(`${addDays(first, -1)}T17:00:00.000Z`, `${last}T16:59:59.999Z`);
  return { first, last, page, found: correctionsIn(settled).toReversed() };
}

/** The page of decisions between two days, with a link to their file. */
export async function listCorrections(visit: Visit, ports: ServePagesPorts) {
  const { first, last, page, found } = await asked(visit, ports);
  const query = `from=${first}&until=${last}`;
  const { items, paging, place } = listPageOf(found, page, (n) => `${CORRECTIONS}?${query}&page=${n}`);
  return html(
    <Page title="Đính chính" assets={ports.assets} officer={visit.officer} path={CORRECTIONS}>
      <h1 class="govuk-heading-l">{`Đính chính đã quyết định (${found.length})`}</h1>
      <form method="get" action={CORRECTIONS}>
        <TextField name="from" label="Từ ngày" value={formatDate(first)} />
        <TextField name="until" label="Đến ngày" value={formatDate(last)} />
        <button class="govuk-button govuk-button--secondary" type="submit">
          Xem
        </button>
      </form>
      {found.length === 0 ? (
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
      )}
    </Page>,
    200,
    { data: { corrections: items.map(correctionView), ...place } },
  );
}

/** The decisions as a workbook, for the officer who enters them in the register. */
export async function correctionFile(visit: Visit, ports: ServePagesPorts) {
  const { first, last, found } = await asked(visit, ports);
  const columns = HEADINGS.map(([heading, width]) => ({ heading, width }));
  const bytes = writeWorkbook([{ name: 'Đính chính', columns, rows: found.map(cellsOf) }]);
  return download(bytes, `dinh-chinh-${first}-${last}.xlsx`, WORKBOOK);
}
