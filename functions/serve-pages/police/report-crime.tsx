import { CRIME_REPORTS } from '#shared/contracts/feeds/crime-reports.ts';
import { rejectionSentence } from '#shared/contracts/feeds/rejection.ts';
import { RowReader } from '#shared/contracts/feeds/row-reader.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FieldErrors, type FormRefusal, html, type HttpAnswer, seeOther } from '../http/answer.ts';
import { Radios, typedFields } from '../layout/fields.tsx';
import { Button, ErrorSummary, Form, TextField } from '../layout/components.tsx';
import { Page, SuccessBanner } from '../layout/page.tsx';

const PATH = '/police/crime-report';
const FEED = 'crime-reports';
const STATES = [
  { value: 'MOI', label: 'Mới' },
  { value: 'DA_RUT', label: 'Đã rút: bỏ điều đã ghi với mã vụ việc này' },
];

/** The page with the form for a victim's report, whose fields are the columns of the police's file of such reports. */
export async function showCrimeReport(
  { event, officer, form }: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const field = typedFields(form, errors);
  const hints: Readonly<Record<string, string>> = {
    date: `Ngày tiếp nhận, ví dụ ${formatDate(ports.rulesClock.today())}.`,
    bank: 'Mã BIN hoặc tên viết tắt, ví dụ Vietcombank.',
    enterpriseCode: 'Cần ít nhất một trong ba: tài khoản, mã số doanh nghiệp, số điện thoại.',
  };
  return html(
    <Page title="Ghi tin báo" assets={ports.assets} officer={officer} path={PATH}>
      {event.queryStringParameters?.['done'] === 'sent' && (
        <SuccessBanner>Đã nhận tin báo. Ngân hàng và doanh nghiệp liên quan được xét ngay.</SuccessBanner>
      )}
      <h1 class="govuk-heading-l">Ghi tố giác, tin báo về tội phạm</h1>
      <p class="govuk-body">Không ghi tên hoặc số giấy tờ của bị hại.</p>
      <ErrorSummary errors={errors} />
      <Form action={PATH} formToken={officer.formToken} fields={{ page: PATH }}>
        {CRIME_REPORTS.columns.map(({ key, label }) =>
          key === 'state' ? (
            <Radios name={key} label={label} value={form.get(key) ?? 'MOI'} error={errors[key]} options={STATES} />
          ) : (
            <TextField {...field(key, label, hints[key])} />
          ),
        )}
        <Button>Ghi tin báo</Button>
      </Form>
    </Page>,
    status,
    { errors },
  );
}

/** Puts the report as a file of one row into the inbox, where it is read like the police's other files. */
export async function reportCrime(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { event, officer, form } = visit;
  const today = dayInVietnam(ports.now());
  const cells = CRIME_REPORTS.columns.map(({ key }) => form.get(key)?.trim() ?? '');
  const errors = faultsOf(cells, today);
  if (Object.keys(errors).length > 0) return showCrimeReport(visit, ports, { errors, status: 422 });
  const said = CRIME_REPORTS.columns.flatMap(({ key }, n) => (cells[n] === '' ? [] : [[key, cells[n]] as const]));
  const row = JSON.stringify(Object.fromEntries(said));
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, POLICE);
  const entry = { kind: 'files-sent', at, by, says: { feed: FEED, count: 1 } } as const;
  await ports.enter([entryOf(entry, { request: event.requestContext.requestId, at })]);
  // The same report sent twice is the same file
  const name = `${FEED}/tin-bao-${contentId(row)}.jsonl`;
  await ports.objects.putFirst(ports.inboxBucket, name, `${row}\n`, 'application/x-ndjson');
  return seeOther(`${PATH}?done=sent`);
}

/** What the reader of the inbox would refuse, by the names of the fields. */
function faultsOf(cells: readonly string[], today: string): FieldErrors {
  const reader = new RowReader(
    CRIME_REPORTS.columns.map(({ at }) => at),
    ({ label }) => label,
  );
  reader.start(1, cells, 0);
  CRIME_REPORTS.read(reader, { folder: FEED, fileName: 'tin-bao.jsonl', today });
  return Object.fromEntries(
    reader.problems.map(({ column, code, allowed }) => [column.key, rejectionSentence(code, column.label, allowed)]),
  );
}
