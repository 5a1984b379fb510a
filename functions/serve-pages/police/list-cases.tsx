import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import { dayInVietnam, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { DISMISSED } from '#shared/domain/notification/states.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import { WITHDRAWN_FROM_POLICE } from '#shared/tables/notices.ts';
import type { Visit } from '../admit.ts';
import { logNoticesShown } from '../log-shown.ts';
import { type HttpAnswer, html, seeOther } from '../http/answer.ts';
import { Choices } from '../layout/choices.tsx';
import { Table } from '../layout/components.tsx';
import { Pagination } from '../layout/pagination.tsx';
import { DueTag } from '../layout/due-tag.tsx';
import { Page } from '../layout/page.tsx';
import { listPageOf } from '../layout/paging.ts';
import { policeStatus, StatusTag } from '../layout/status-tag.tsx';
import type { ServePagesPorts } from '../ports.ts';

const PATH = '/police/cases';

/** The orders in which the list can be sorted. */
const ORDERS: Readonly<Record<string, (a: OpenNotice, b: OpenNotice) => number>> = {
  score: (a, b) => (b.summary.score ?? 0) - (a.summary.score ?? 0),
  money: (a, b) => (b.summary.money ?? 0) - (a.summary.money ?? 0),
  changed: (a, b) => ascending(b.changedAt, a.changedAt),
  age: (a, b) => ascending(a.issuedAt, b.issuedAt),
};

/** The views of the list, by the state of the cases. The first is shown unless another is chosen. */
const DECISION_FILTERS: Readonly<
  Record<string, { readonly label: string; readonly has: (one: OpenNotice) => boolean }>
> = {
  open: { label: 'Chưa quyết định', has: (one) => isUndecided(one) },
  decided: { label: 'Đã quyết định', has: (one) => isDecided(one) },
  all: { label: 'Tất cả', has: () => true },
};
const isDecided = ({ handlingStatus, summary }: OpenNotice) =>
  summary.level === 'act' ||
  handlingStatus === 'acted' ||
  handlingStatus === 'rejected' ||
  summary.withdrawnBecause === DISMISSED;
const isUndecided = (one: OpenNotice) => !isDecided(one) && one.summary.withdrawnBecause === undefined;

const known = <T extends object>(table: T, asked: string | undefined, otherwise: keyof T & string): string =>
  asked !== undefined && Object.hasOwn(table, asked) ? asked : otherwise;

async function inOrder(asked: string | undefined, { notices }: ServePagesPorts) {
  const sort = known(ORDERS, asked, 'score');
  const all = (await Promise.all([notices.open(POLICE), notices.open(WITHDRAWN_FROM_POLICE)])).flat();
  return { sort, all: all.toSorted((a, b) => (ORDERS[sort]?.(a, b) ?? 0) || ascending(a.noticeId, b.noticeId)) };
}

/** Redirects to the most urgent undecided case in the officer's chosen order. */
export async function nextCase({ event }: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const asked = event.queryStringParameters ?? {};
  const { sort, all } = await inOrder(asked['sort'], ports);
  const next = all.find((one) => isUndecided(one) && one.noticeId !== asked['after']);
  return seeOther(next ? `${PATH}/${next.noticeId}?sort=${sort}` : `${PATH}?sort=${sort}`);
}

/** The page of the companies with a notice to the police, the most urgent first. */
export async function listCases(visit: Visit, ports: ServePagesPorts) {
  const { event, officer } = visit;
  const asked = event.queryStringParameters ?? {};
  const { sort, all } = await inOrder(asked['sort'], ports);
  const filter = known(DECISION_FILTERS, asked['standing'], 'open');
  const shown = all.filter((one) => DECISION_FILTERS[filter]?.has(one));
  const hrefOf = (page: number, by = sort, of = filter) => `${PATH}?sort=${by}&standing=${of}&page=${page}`;
  const { items, paging, place } = listPageOf(shown, asked['page'], (page) => hrefOf(page));
  await logNoticesShown(items, 'list', POLICE, visit, ports);
  const column = (label: string, by: string, numeric = false) => ({
    label,
    numeric,
    sort: {
      href: hrefOf(1, by),
      direction: sort === by ? (by === 'age' ? ('ascending' as const) : ('descending' as const)) : ('none' as const),
    },
  });
  return html(
    <Page title="Vụ việc" assets={ports.assets} officer={officer} path={PATH}>
      <h1 class="govuk-heading-l">{`Vụ việc (${shown.length})`}</h1>
      {all.some(isUndecided) && (
        <a class="govuk-button" role="button" href={`/police/next-case?sort=${sort}`}>
          Vụ việc tiếp theo
        </a>
      )}
      <Choices
        label="Lọc theo quyết định"
        choices={Object.entries(DECISION_FILTERS).map(([of, { label, has }]) => ({
          label: `${label} (${all.filter(has).length})`,
          href: hrefOf(1, sort, of),
          isChosen: of === filter,
        }))}
      />
      {shown.length === 0 ? (
        <p class="govuk-body">Không có vụ việc nào ở mục này.</p>
      ) : (
        <Table
          caption="Doanh nghiệp đã báo công an"
          columns={[
            { label: 'Doanh nghiệp' },
            column('Điểm', 'score', true),
            column('Tiền liên quan', 'money', true),
            column('Chứng cứ mới', 'changed'),
            column('Báo từ', 'age'),
            { label: 'Hạn kết luận' },
            { label: 'Tình trạng' },
          ]}
          rows={items.map((one) => rowOf(one, sort, ports.rulesClock.today()))}
        />
      )}
      <Pagination {...paging} />
    </Page>,
    200,
    { data: { cases: items.map(({ summary, ...one }) => ({ ...summary, ...one })), ...place } },
  );
}

function rowOf(one: OpenNotice, sort: string, today: IsoDate) {
  const { noticeId, sequence, summary, changedAt, issuedAt } = one;
  return [
    <a class="govuk-link" href={`${PATH}/${noticeId}?sort=${sort}`}>
      {`${summary.name ?? ''} (${summary.enterpriseCode ?? ''})`}
    </a>,
    String(summary.score ?? '').replace('.', ','),
    summary.money === undefined ? 'chưa rõ' : formatMoney(summary.money),
    sequence === 1 ? 'chưa có' : `bản ${sequence}, ${dayOf(changedAt)}`,
    dayOf(issuedAt),
    !isUndecided(one) ? '' : <DueTag clock="policeAnswer" from={dayInVietnam(new Date(issuedAt))} today={today} />,
    <StatusTag status={caseStatus(one)} />,
  ];
}

function caseStatus({ summary, handlingStatus }: OpenNotice): string {
  if (summary.withdrawnBecause !== undefined) return summary.withdrawnBecause === DISMISSED ? 'dismissed' : 'withdrawn';
  return policeStatus(summary.level, handlingStatus);
}

const dayOf = (instant: string) => formatDate(dayInVietnam(new Date(instant)));
