import { numberToShow } from '#shared/domain/notification/notice/notice.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { dayInVietnam, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import { listQuestions } from '#shared/use-cases/list-questions.ts';
import type { Visit } from '../admit.ts';
import { logNoticesShown } from '../log-shown.ts';
import { html } from '../http/answer.ts';
import { Table, Tag } from '../layout/components.tsx';
import { Pagination } from '../layout/pagination.tsx';
import { DueTag } from '../layout/due-tag.tsx';
import { Page } from '../layout/page.tsx';
import { listPageOf } from '../layout/paging.ts';
import { StatusTag } from '../layout/status-tag.tsx';
import { ANSWERED, openAnswered } from './answered-since.ts';
import { EndedNotices, endedView, recentlyEndedNotices } from './ended-notices.tsx';
import { isSought, NOTICES_PAGE as PATH, type Sought, soughtBy } from './find-notices.ts';
import { OpenQuestions, openQuestions } from './questions-section.tsx';
import { bankOfVisit } from './bank-of-visit.ts';
import type { ServePagesPorts } from '../ports.ts';

const older = (a: OpenNotice, b: OpenNotice) => (a.issuedAt < b.issuedAt ? -1 : Number(a.issuedAt > b.issuedAt));
/** The orders in which the list can be sorted. */
const ORDERS = {
  level: (a: OpenNotice, b: OpenNotice) =>
    Number(b.summary.level === 'act') - Number(a.summary.level === 'act') || older(a, b),
  age: older,
  changed: (a: OpenNotice, b: OpenNotice) => (a.changedAt > b.changedAt ? -1 : Number(a.changedAt < b.changedAt)),
};
const LEVELS = { all: 'Tất cả', act: 'Xử lý ngay', watch: 'Rà soát', open: 'Chưa trả lời' };

const oneOf = <K extends string>(
  known: Readonly<Record<K, unknown>>,
  asked: string | undefined,
  otherwise: NoInfer<K>,
): K => Object.keys(known).find((key): key is K => key === asked) ?? otherwise;

/** The page of a bank's own notices in force. Notices that require action come first unless another order is chosen. */
export async function listNotices(visit: Visit, ports: ServePagesPorts) {
  const { event, officer } = visit;
  const asked = event.queryStringParameters ?? {};
  const receiver = bankOfVisit(visit);
  const sort = oneOf(ORDERS, asked['sort'], 'level');
  const level = oneOf(LEVELS, asked['level'], 'all');
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
  const chosen = found.filter((notice) => isChosen(notice, level)).toSorted(ORDERS[sort]);
  const search = sought.text === '' ? '' : `&search=${asked['search'] ?? ''}`;
  const hrefOf = (page: number, by: string = sort, of: string = level) =>
    `${PATH}?level=${of}&sort=${by}&page=${page}${search}`;
  const { items, paging, place } = listPageOf(chosen, asked['page'], (page) => hrefOf(page));
  await logNoticesShown(items, 'list', receiver, visit, ports);
  const column = (label: string, by: keyof typeof ORDERS) => ({
    label,
    sort: { href: hrefOf(1, by), direction: sort !== by ? 'none' : by === 'age' ? 'ascending' : 'descending' } as const,
  });
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
      <nav aria-label="Lọc thông báo">
        <ul class="desk-choices">
          {Object.entries(LEVELS).map(([of, label]) => (
            <li>
              <a class="govuk-link" href={hrefOf(1, sort, of)} aria-current={of === level ? 'true' : undefined}>
                {`${label} (${found.filter((notice) => isChosen(notice, of)).length})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
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
          column('Mức', 'level'),
          { label: 'Mã nghi ngờ' },
          column('Từ ngày', 'age'),
          column('Thay đổi', 'changed'),
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
      <DueTag clock={isAcknowledged ? 'bankAnswer' : 'bankAcknowledgement'} from={from} today={today} />
    </>
  );
}

function isChosen({ summary, handlingStatus }: OpenNotice, level: string): boolean {
  if (level === 'open') return !ANSWERED.has(handlingStatus);
  return level === 'all' || summary.level === level;
}
