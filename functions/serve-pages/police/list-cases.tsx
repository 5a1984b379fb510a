import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import type { Visit } from '../admit.ts';
import { enterShown } from '../enter-visit.ts';
import { html } from '../http/answer.ts';
import { Pagination, Table } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { pageOf } from '../layout/paging.ts';
import { StatusTag } from '../layout/status-tag.tsx';
import type { ServePagesPorts } from '../ports.ts';

const PATH = '/police/cases';

/** What a list can be sorted by; the first of it comes first. */
const ORDERS: Readonly<Record<string, (a: OpenNotice, b: OpenNotice) => number>> = {
  score: (a, b) => (b.summary.score ?? 0) - (a.summary.score ?? 0),
  money: (a, b) => (b.summary.money ?? 0) - (a.summary.money ?? 0),
  changed: (a, b) => compare(b.changedAt, a.changedAt),
  age: (a, b) => compare(a.issuedAt, b.issuedAt),
};
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The companies with a notice to the police, the most pressing first. */
export async function listCases(visit: Visit, ports: ServePagesPorts) {
  const { event, officer } = visit;
  const asked = event.queryStringParameters ?? {};
  const sort = asked['sort'] !== undefined && asked['sort'] in ORDERS ? asked['sort'] : 'score';
  const all = (await ports.notices.open(POLICE)).toSorted(
    (a, b) => (ORDERS[sort]?.(a, b) ?? 0) || compare(a.noticeId, b.noticeId),
  );
  const hrefOf = (page: number, by = sort) => `${PATH}?sort=${by}&page=${page}`;
  const { items, paging } = pageOf(all, asked['page'], (page) => hrefOf(page));
  await enterShown(items, 'list', POLICE, visit, ports);
  const column = (label: string, by: string, numeric = false) => ({
    label,
    numeric,
    sort: { href: hrefOf(1, by), direction: sort === by ? ('descending' as const) : ('none' as const) },
  });
  const next = all.find(({ handlingStatus }) => handlingStatus === 'issued' || handlingStatus === 'delivered');
  return html(
    <Page title="Vụ việc" assets={ports.assets} officer={officer} path={PATH}>
      <h1 class="govuk-heading-l">{`Vụ việc (${all.length})`}</h1>
      {next && (
        <a class="govuk-button" role="button" href={`${PATH}/${next.noticeId}`}>
          Vụ việc tiếp theo
        </a>
      )}
      <Table
        caption="Doanh nghiệp đã báo công an, chưa rút"
        columns={[
          { label: 'Doanh nghiệp' },
          column('Điểm', 'score', true),
          column('Tiền liên quan', 'money', true),
          column('Thay đổi', 'changed'),
          column('Báo từ', 'age'),
          { label: 'Tình trạng' },
        ]}
        rows={items.map(({ noticeId, summary, changedAt, issuedAt, handlingStatus }) => [
          <a href={`${PATH}/${noticeId}`}>{`${summary.name ?? ''} (${summary.enterpriseCode ?? ''})`}</a>,
          String(summary.score ?? '').replace('.', ','),
          summary.money === undefined ? 'chưa rõ' : formatMoney(summary.money),
          formatDate(dayInVietnam(new Date(changedAt))),
          formatDate(dayInVietnam(new Date(issuedAt))),
          <StatusTag status={summary.level === 'act' ? 'confirmed' : handlingStatus} />,
        ])}
      />
      <Pagination {...paging} />
    </Page>,
  );
}
