import { dayInVietnam, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { DISMISSED } from '#shared/domain/notification/states.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { periodOf } from '#shared/domain/risk/rules/finding-period.ts';
import type { NoteRequest } from '#shared/tables/case-records.ts';
import { isUndecidedCase, type OpenNotice } from '#shared/tables/open-notice.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { logNoticesShown } from '../log-shown.ts';
import { type FormRefusal, type HttpAnswer, html, seeOther } from '../http/answer.ts';
import { Button, ErrorSummary, Form, Table, Link } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import { Pagination } from '../layout/pagination.tsx';
import { DueTag, policeStatus, StatusTag } from '../layout/status-tag.tsx';
import { AllOfView, askedBy, FindInList } from '../layout/list-view.tsx';
import { Page, Done } from '../layout/page.tsx';
import { RowCheckbox } from '../layout/row-checkbox.tsx';
import { Select, typedFields } from '../layout/fields.tsx';
import { CASES_PAGE, type CaseLine, casesAsked, dueOf } from './cases-asked.ts';
import { RingOfCase, signsInWords } from './signs-of-case.tsx';

/** Redirects to the undecided case after the one just seen in the officer's chosen order, and from the last to the first. */
export async function nextCase(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { after, ...asked } = visit.event.queryStringParameters ?? {};
  const view = await casesAsked(visit, ports, { ...asked, standing: 'open' });
  const place = view.shown.findIndex(({ noticeId }) => noticeId === after);
  const next = [...view.shown.slice(place + 1), ...view.shown.slice(0, Math.max(0, place))][0];
  return seeOther(next ? caseHref(next, view.hrefOf()) : view.hrefOf());
}

/** A case's address, with the view of the list from which it was opened. */
const caseHref = ({ noticeId }: OpenNotice, list: string) => list.replace(CASES_PAGE, `${CASES_PAGE}/${noticeId}`);

/** The page of the companies with a notice to the police, the most pressing first. */
export async function listCases(visit: Visit, ports: ServePagesPorts, { errors = {}, status = 200 }: FormRefusal = {}) {
  const { event, officer, form } = visit;
  const asked = askedBy(visit);
  await ports.tasks.meet('police', { subject: officer.subject, name: officer.displayName }, ports.expiry());
  const [view, officers, requests] = await Promise.all([
    casesAsked(visit, ports),
    ports.tasks.officers('police'),
    ports.caseRecords.requestsOf(officer.subject),
  ]);
  const { shown, hrefOf, column, choices } = view;
  const { items, paging, place } = view.page(shown);
  await logNoticesShown(items, 'list', POLICE, visit, ports);
  const today = ports.rulesClock.today();
  const chosen = new Set(form.getAll('case'));
  const field = typedFields(form, errors);
  return html(
    <Page title="Vụ việc" assets={ports.assets} officer={officer} path={CASES_PAGE}>
      <Done sentences={{ assigned: 'Đã giao các vụ việc đã chọn.' }} event={event} />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{`Vụ việc (${shown.length})`}</h1>
      <Requests requests={requests} />
      {shown.some(isUndecidedCase) && (
        <a class="govuk-button" role="button" href={hrefOf().replace(CASES_PAGE, '/police/next-case')}>
          Vụ việc tiếp theo
        </a>
      )}
      <FindInList path={CASES_PAGE} hint="Doanh nghiệp, người, địa chỉ, số" formToken={officer.formToken} />
      {view.sought}
      {choices('standing')}
      {choices('whose')}
      {choices('sign')}
      {(asked['ring'] ?? '') !== '' && (
        <p class="govuk-inset-text">
          {'Chỉ vụ việc của một nhóm. '}
          <Link to={hrefOf({ ring: '' })}>Xem mọi vụ việc</Link>
        </p>
      )}
      {shown.length === 0 ? (
        <p class="govuk-body">Không có vụ việc nào ở mục này.</p>
      ) : (
        <Form action={CASES_PAGE} formToken={officer.formToken} fields={view.fields}>
          <Table
            id="case"
            caption="Doanh nghiệp đã báo công an"
            columns={[
              'Chọn',
              'Doanh nghiệp',
              column('Dấu hiệu chính, điểm', 'score'),
              'Nhóm',
              column('Tiền liên quan', 'money'),
              column('Báo từ', 'age'),
              column('Chứng cứ mới', 'changed'),
              column('Hạn kết luận', 'pressing'),
              'Người nhận',
              'Tình trạng',
            ]}
            rows={items.map((one) => [
              <RowCheckbox
                name="case"
                value={one.noticeId}
                label={`Chọn ${one.summary.name ?? ''}`}
                isChosen={chosen.has(one.noticeId)}
              />,
              ...rowOf(one, hrefOf, today),
            ])}
          />
          <Pagination {...paging} />
          <h2 class="govuk-heading-m">Giao các vụ việc đã chọn</h2>
          <AllOfView count={shown.length} what="vụ việc của mục này" form={form} />
          <Select
            {...field('assignee', 'Giao cho')}
            options={[
              { value: '', label: 'tôi' },
              ...officers.map(({ subject, name }) => ({ value: subject, label: name })),
            ]}
          />
          <Button kind="secondary">Giao vụ việc</Button>
        </Form>
      )}
    </Page>,
    status,
    { errors, data: { cases: items.map(({ summary, ...one }) => ({ ...summary, ...one })), requests, ...place } },
  );
}

/** The cases on which colleagues ask something of the reader. */
function Requests({ requests }: { readonly requests: readonly NoteRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-s">{`Đồng nghiệp nhờ bạn (${requests.length})`}</h2>
      <ul class="govuk-list">
        {requests.map(({ of, about, officerName, at }) => (
          <li>
            <Link to={`${CASES_PAGE}/${of}#notes`}>{about}</Link>
            {`: ${officerName}, ${formatInstant(at)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function rowOf(one: CaseLine, hrefOf: (changes?: Readonly<Record<string, string>>) => string, today: IsoDate) {
  const { sequence, summary, changedAt, issuedAt } = one;
  const { name = '', enterpriseCode = '', score = '', money, window, ring, signs } = summary;
  return [
    <Link to={caseHref(one, hrefOf())}>{`${name} (${enterpriseCode})`}</Link>,
    <>
      <div>{signsInWords(signs)}</div>
      <div>{String(score).replace('.', ',')}</div>
    </>,
    ring && <RingOfCase ring={ring} href={hrefOf({ ring: ring.of })} />,
    <>
      <div>{money === undefined ? 'chưa rõ' : formatMoney(money)}</div>
      {window && <div>{periodOf(window)?.text}</div>}
    </>,
    dayOf(issuedAt),
    sequence === 1 ? 'chưa có' : `bản ${sequence}, ${dayOf(changedAt)}`,
    isUndecidedCase(one) ? <DueTag due={dueOf(one)} today={today} /> : '',
    one.assignee?.name ?? 'chưa giao',
    <StatusTag status={caseStatus(one)} />,
  ];
}

function caseStatus({ summary, handlingStatus }: OpenNotice): string {
  if (summary.withdrawnBecause !== undefined) return summary.withdrawnBecause === DISMISSED ? 'dismissed' : 'withdrawn';
  return policeStatus(summary.level, handlingStatus);
}

const dayOf = (instant: string) => formatDate(dayInVietnam(new Date(instant)));
