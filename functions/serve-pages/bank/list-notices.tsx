import { numberToShow } from '#shared/domain/notification/notice/notice.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { dayInVietnam, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import { listQuestions } from '#shared/use-cases/list-questions.ts';
import type { Visit } from '../admit.ts';
import { logNoticesShown } from '../log-shown.ts';
import { html } from '../http/answer.ts';
import { Table, Tag } from '../layout/components.tsx';
import { Pagination } from '../layout/pagination.tsx';
import { DueTag } from '../layout/due-tag.tsx';
import { listView } from '../layout/list-view.tsx';
import { Page } from '../layout/page.tsx';
import { StatusTag } from '../layout/status-tag.tsx';
import { ANSWERED, openAnswered } from './answered-since.ts';
import { EndedNotices, endedView, recentlyEndedNotices } from './ended-notices.tsx';
import { isSought, NOTICES_PAGE as PATH, type Sought, soughtBy } from './find-notices.ts';
import { OpenQuestions, openQuestions } from './questions-section.tsx';
import { bankOfVisit } from './bank-of-visit.ts';
import type { ServePagesPorts } from '../ports.ts';

const older = (a: OpenNotice, b: OpenNotice) => (a.issuedAt < b.issuedAt ? -1 : Number(a.issuedAt > b.issuedAt));
const ORDERS = {
  level: {
    compare: (a: OpenNotice, b: OpenNotice) =>
      Number(b.summary.level === 'act') - Number(a.summary.level === 'act') || older(a, b),
  },
  age: { compare: older, isAscending: true as const },
  changed: {
    compare: (a: OpenNotice, b: OpenNotice) => (a.changedAt > b.changedAt ? -1 : Number(a.changedAt < b.changedAt)),
  },
};
const FILTERS = {
  level: {
    label: 'Lọc thông báo',
    views: {
      all: { label: 'Tất cả', has: () => true },
      act: { label: 'Xử lý ngay', has: ({ summary }: OpenNotice) => summary.level === 'act' },
      watch: { label: 'Rà soát', has: ({ summary }: OpenNotice) => summary.level === 'watch' },
      open: { label: 'Chưa trả lời', has: ({ handlingStatus }: OpenNotice) => !ANSWERED.has(handlingStatus) },
    },
  },
};

/** The page of a bank's own notices in force. Notices that require action come first unless another order is chosen. */
export async function listNotices(visit: Visit, ports: ServePagesPorts) {
  const { event, officer } = visit;
  const asked = event.queryStringParameters ?? {};
  const receiver = bankOfVisit(visit);
  const [open, allEnded, listed, sought] = await Promise.all([
    openAnswered(receiver, ports),
    recentlyEndedNotices(receiver, ports),
    listQuestions(receiver, ports),
    soughtBy(visit, ports),
  ]);
  const asking = openQuestions(
    listed.map(({ view }) => view),
    open,
  );
  const waiting = open.filter(({ summary }) => summary.waitsForNumber).length;
  const found = open.filter(({ summary }) => isSought(summary, sought));
  const ended = allEnded.filter(({ content }) =>
    isSought({ ...content, accountNumber: numberToShow(content) }, sought),
  );
  const kept = sought.text === '' ? {} : { search: asked['search'] };
  const view = listView(found, { path: PATH, asked, orders: ORDERS, filters: FILTERS, kept });
  const { items, paging, place } = view.page(view.shown);
  await logNoticesShown(items, 'list', receiver, visit, ports);
  return html(
    <Page title="Thông báo" assets={ports.assets} officer={officer} path={PATH}>
      <h1 class="govuk-heading-l">{`Thông báo còn hiệu lực (${open.length})`}</h1>
      <OpenQuestions asked={asking} />
      {waiting > 0 && (
        <p class="govuk-inset-text">
          {`${waiting} thông báo chờ số tài khoản đúng: số ghi như trong tệp của ngân hàng. Gửi lại cột số tài khoản ở dạng văn bản thì thông báo mang số đúng.`}
        </p>
      )}
      <SoughtFor sought={sought} />
      {view.choices('level')}
      <Table
        empty={
          sought.text === ''
            ? 'Không có thông báo nào. Thông báo mới hiện ở đây ngay khi được gửi.'
            : 'Không có thông báo nào về tài khoản hoặc doanh nghiệp này.'
        }
        caption={`Tài khoản tại ${bankNameOf(bankOf(receiver) ?? '')}`}
        columns={[
          { label: 'Số tài khoản' },
          { label: 'Mã số doanh nghiệp' },
          view.column('Mức', 'level'),
          { label: 'Mã nghi ngờ' },
          view.column('Từ ngày', 'age'),
          view.column('Thay đổi', 'changed'),
          { label: 'Hạn' },
          { label: 'Tình trạng' },
        ]}
        rows={items.map(({ noticeId, summary, issuedAt, changedAt, handlingStatus }) => [
          <a class="govuk-link" href={`${PATH}/${noticeId}`}>
            {summary.accountNumber ?? ''}
          </a>,
          summary.enterpriseCode ?? '',
          summary.level === 'act' ? <Tag colour="red">Xử lý ngay</Tag> : <Tag colour="yellow">Rà soát</Tag>,
          (summary.reasonCodes ?? []).join(', '),
          formatDate(dayInVietnam(new Date(issuedAt))),
          formatDate(dayInVietnam(new Date(changedAt))),
          <BankDue status={handlingStatus} from={dayInVietnam(new Date(issuedAt))} today={ports.rulesClock.today()} />,
          <StatusTag status={handlingStatus} />,
        ])}
      />
      <Pagination {...paging} />
      {ended.length > 0 && <EndedNotices ended={ended} />}
    </Page>,
    200,
    {
      data: {
        notices: items.map(({ summary, ...one }) => ({ ...summary, ...one })),
        questions: asking.map(({ question }) => question),
        ended: ended.map(endedView),
        ...place,
      },
    },
  );
}

/** What was searched for, or why that cannot be searched for. */
function SoughtFor({ sought: { text, typed, error } }: { readonly sought: Sought }) {
  if (error !== undefined) return <p class="govuk-inset-text" role="alert">{`“${typed}”: ${error}`}</p>;
  if (text === '') return null;
  return (
    <p class="govuk-inset-text">
      {`Tìm “${typed}”. `}
      <a class="govuk-link" href={PATH}>
        Xem tất cả thông báo
      </a>
    </p>
  );
}

interface BankDueProps {
  readonly status: string;
  readonly from: IsoDate;
  readonly today: IsoDate;
}

/** The next thing to do about the notice: first the acknowledgement, then the answer. */
function BankDue({ status, from, today }: BankDueProps) {
  if (ANSWERED.has(status)) return null;
  const isAcknowledged = status === 'acknowledged';
  return (
    <>
      {isAcknowledged ? 'Trả lời ' : 'Xác nhận '}
      <DueTag due={dueOn(isAcknowledged ? 'bankAnswer' : 'bankAcknowledgement', from)} today={today} />
    </>
  );
}
