import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { dayInVietnam, formatDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import type { ExportForm } from '#shared/use-cases/exports/export-cases.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { EXPORT_CHOICES } from '../case/exports.tsx';
import { type FieldErrors, type HttpAnswer, html } from '../http/answer.ts';
import { Radios } from '../layout/fields.tsx';
import { Button, ErrorSummary, TextField, Link } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { exportFile, exportFormNamed, policeNotice } from './export-case.ts';

const PATH = '/police/exports';
/** The most cases in one export, limited by the size of an answer and the time to gather them. */
const MOST_CASES = 50;
const AT_ONCE = 8;

/** The page that asks for the days and the format of an export. */
export const exportsPage = ({ event, officer }: Visit, ports: ServePagesPorts, errors: FieldErrors = {}) => {
  const asked = event.queryStringParameters ?? {};
  const day = (name: 'from' | 'to', label: string) => (
    <TextField
      name={name}
      label={label}
      hint={`Ví dụ ${formatDate(ports.rulesClock.today())}`}
      value={asked[name] ?? ''}
      error={errors[name]}
    />
  );
  return html(
    <Page title="Xuất theo kỳ" assets={ports.assets} officer={officer} path="/police/cases">
      <h1 class="govuk-heading-l">Xuất vụ việc theo kỳ</h1>
      <ErrorSummary errors={errors} />
      <form method="get" action={`${PATH}/file`}>
        {day('from', 'Báo hoặc thay đổi từ ngày')}
        {day('to', 'Đến ngày')}
        <Radios
          name="form"
          label="Dạng tệp"
          value={asked['form']}
          error={errors['form']}
          options={EXPORT_CHOICES.map(([value, label]) => ({ value, label }))}
        />
        <Button kind="secondary">Xuất</Button>
      </form>
      <p class="govuk-body">
        {`Chỉ vụ việc chưa rút, mỗi tệp nhiều nhất ${MOST_CASES} vụ; nhiều hơn thì chia thành nhiều phần. Mỗi lần xuất được ghi vào sổ kiểm chứng. Tệp có dữ liệu cá nhân: chỉ dùng trong cơ quan Công an.`}
      </p>
    </Page>,
    Object.keys(errors).length > 0 ? 422 : 200,
    { errors },
  );
};

/** Finds the notices in force to the police that were issued or changed on the given days. */
export async function exportPeriod(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const asked = visit.event.queryStringParameters ?? {};
  const [from, to] = [dayIn(asked['from']), dayIn(asked['to'])];
  const form = exportFormNamed(asked['form'] ?? '');
  if (from === undefined || to === undefined || form === undefined)
    return exportsPage(visit, ports, {
      ...(from === undefined && { from: DAY }),
      ...(to === undefined && { to: DAY }),
      ...(form === undefined && { form: 'Chọn một dạng tệp.' }),
    });
  if (from > to) return exportsPage(visit, ports, { to: 'Ngày cuối phải từ ngày đầu trở đi.' });
  const open = (await ports.notices.open(POLICE)).filter(({ changedAt }) => {
    const on = dayInVietnam(new Date(changedAt));
    return on >= from && on <= to;
  });
  if (open.length === 0) return exportsPage(visit, ports, { from: 'Trong kỳ không có vụ việc nào chưa rút.' });
  const inOrder = open.toSorted((a, b) => (positionOf(a) < positionOf(b) ? -1 : 1));
  const parts = Math.ceil(open.length / MOST_CASES);
  const part = parts === 1 ? 1 : Number(asked['part'] ?? 0);
  if (!Number.isInteger(part) || part < 1 || part > parts)
    return partsPage({ count: open.length, parts, from, to, form }, visit, ports);
  const chosen = inOrder.slice(MOST_CASES * (part - 1), MOST_CASES * part);
  const found = await inParallel(chosen, AT_ONCE, ({ noticeId }) => policeNotice(noticeId, ports));
  return exportFile(
    found.filter((one) => one !== undefined),
    form,
    parts === 1 ? `${from}-${to}` : `${from}-${to}-phan-${part}-${parts}`,
    visit,
    ports,
  );
}

/** The key by which cases are sorted. A case that changes between two parts moves to the last part. */
const positionOf = ({ changedAt, noticeId }: OpenNotice) => `${changedAt}#${noticeId}`;

interface Parts {
  readonly count: number;
  readonly parts: number;
  readonly from: string;
  readonly to: string;
  readonly form: ExportForm;
}

/** The page with a link to each part of a period that has more cases than one file may have. */
function partsPage({ count, parts, ...asked }: Parts, { officer }: Visit, ports: ServePagesPorts) {
  const hrefOf = (part: number) => `${PATH}/file?${new URLSearchParams({ ...asked, part: String(part) }).toString()}`;
  return html(
    <Page title="Xuất theo kỳ" assets={ports.assets} officer={officer} path="/police/cases">
      <h1 class="govuk-heading-l">{`Kỳ này có ${formatCount(count)} vụ việc`}</h1>
      <p class="govuk-body">{`Mỗi tệp nhiều nhất ${MOST_CASES} vụ. Tải lần lượt từng phần:`}</p>
      <ul class="govuk-list">
        {Array.from({ length: parts }, (_, n) => (
          <li>
            <Link to={hrefOf(n + 1)}>{`Phần ${n + 1} trong ${parts}`}</Link>
          </li>
        ))}
      </ul>
    </Page>,
    200,
    { errors: { part: `Kỳ này có ${formatCount(count)} vụ việc: nêu phần từ 1 đến ${parts}.` } },
  );
}

const DAY = 'Ghi ngày như 31/12/2025.';

function dayIn(text: string | undefined): string | undefined {
  const day = parseDate(text ?? '');
  return day?.length === 10 ? day : undefined;
}
