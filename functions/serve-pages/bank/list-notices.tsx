import { bankOf } from '#shared/domain/notification/receiver.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { Visit } from '../admit.ts';
import { enterShown } from '../enter-visit.ts';
import { html } from '../http/answer.ts';
import { Pagination, Table, Tag } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { pageOf } from '../layout/paging.ts';
import { StatusTag } from '../layout/status-tag.tsx';
import { bankOfVisit } from './bank-of-visit.ts';
import type { ServePagesPorts } from '../ports.ts';

const PATH = '/bank/notices';

/** A bank's own notices in force: those that ask to act first, then the oldest. */
export async function listNotices(visit: Visit, ports: ServePagesPorts) {
  const { event, officer } = visit;
  const receiver = bankOfVisit(visit);
  const all = (await ports.notices.open(receiver)).toSorted(
    (a, b) =>
      Number(b.summary.level === 'act') - Number(a.summary.level === 'act') || (a.issuedAt < b.issuedAt ? -1 : 1),
  );
  const { items, paging } = pageOf(all, event.queryStringParameters?.['page'], (page) => `${PATH}?page=${page}`);
  await enterShown(items, 'list', receiver, visit, ports);
  return html(
    <Page title="Thông báo" assets={ports.assets} officer={officer} path={PATH}>
      <h1 class="govuk-heading-l">{`Thông báo còn hiệu lực (${all.length})`}</h1>
      <Table
        caption={`Tài khoản tại ${bankOf(receiver)}`}
        columns={['Số tài khoản', 'Mã số doanh nghiệp', 'Mức', 'Mã nghi ngờ', 'Từ ngày', 'Tình trạng'].map((label) => ({
          label,
        }))}
        rows={items.map(({ noticeId, summary, issuedAt, handlingStatus }) => [
          <a href={`${PATH}/${noticeId}`}>{summary.accountNumber ?? ''}</a>,
          summary.enterpriseCode ?? '',
          summary.level === 'act' ? <Tag colour="red">Xử lý ngay</Tag> : <Tag colour="yellow">Rà soát</Tag>,
          (summary.reasonCodes ?? []).join(', '),
          formatDate(dayInVietnam(new Date(issuedAt))),
          <StatusTag status={handlingStatus} />,
        ])}
      />
      <Pagination {...paging} />
    </Page>,
  );
}
