import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import { addDays, dayInVietnam, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { DISMISSED } from '#shared/domain/notification/states.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { periodOf } from '#shared/domain/risk/rules/finding-period.ts';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import { WITHDRAWN_FROM_POLICE } from '#shared/tables/notices.ts';
import type { Visit } from '../admit.ts';
import { logNoticesShown } from '../log-shown.ts';
import { type HttpAnswer, html, seeOther } from '../http/answer.ts';
import { Table } from '../layout/components.tsx';
import { Pagination } from '../layout/pagination.tsx';
import { DueTag } from '../layout/due-tag.tsx';
import { listView } from '../layout/list-view.tsx';
import { Page } from '../layout/page.tsx';
import { policeStatus, StatusTag } from '../layout/status-tag.tsx';
import type { ServePagesPorts } from '../ports.ts';
import { KIND_OF_SIGN_NAMES, kindsOfSigns, RingOfCase, signsInWords } from './signs-of-case.tsx';

const PATH = '/police/cases';

/** The days before its last one in which a case runs out. */
const SOON_DAYS = 7;
const dueOf = ({ issuedAt }: OpenNotice) => dueOn('policeAnswer', dayInVietnam(new Date(issuedAt)));

/** How pressing a case is: those that run out or are late come before the others, each by what is at stake. */
const urgencyOf = (one: OpenNotice, today: IsoDate) =>
  isUndecided(one) && dueOf(one) <= addDays(today, SOON_DAYS) ? 1 : 0;
const byScore = (a: OpenNotice, b: OpenNotice) => (b.summary.score ?? 0) - (a.summary.score ?? 0);
const byMoney = (a: OpenNotice, b: OpenNotice) => (b.summary.money ?? 0) - (a.summary.money ?? 0);
const byId = (a: OpenNotice, b: OpenNotice) => ascending(a.noticeId, b.noticeId);

const ordersOn = (today: IsoDate) => ({
  pressing: {
    compare: (a: OpenNotice, b: OpenNotice) =>
      urgencyOf(b, today) - urgencyOf(a, today) || byMoney(a, b) || byScore(a, b) || byId(a, b),
  },
  score: { compare: (a: OpenNotice, b: OpenNotice) => byScore(a, b) || byId(a, b) },
  money: { compare: (a: OpenNotice, b: OpenNotice) => byMoney(a, b) || byId(a, b) },
  changed: { compare: (a: OpenNotice, b: OpenNotice) => ascending(b.changedAt, a.changedAt) || byId(a, b) },
  age: {
    compare: (a: OpenNotice, b: OpenNotice) => ascending(a.issuedAt, b.issuedAt) || byId(a, b),
    isAscending: true as const,
  },
});

const FILTERS = {
  standing: {
    label: 'Lọc theo quyết định',
    views: {
      open: { label: 'Chưa quyết định', has: (one: OpenNotice) => isUndecided(one) },
      decided: { label: 'Đã quyết định', has: (one: OpenNotice) => isDecided(one) },
      all: { label: 'Tất cả', has: () => true },
    },
  },
  sign: {
    label: 'Lọc theo dấu hiệu',
    hidesEmpty: true as const,
    views: {
      any: { label: 'Mọi dấu hiệu', has: () => true },
      ...Object.fromEntries(
        Object.entries(KIND_OF_SIGN_NAMES).map(([kind, label]) => [
          kind,
          { label, has: ({ summary }: OpenNotice) => kindsOfSigns(summary.signs).some((one) => one === kind) },
        ]),
      ),
    },
  },
};
const isDecided = ({ handlingStatus, summary }: OpenNotice) =>
  summary.level === 'act' ||
  handlingStatus === 'acted' ||
  handlingStatus === 'rejected' ||
  summary.withdrawnBecause === DISMISSED;
const isUndecided = (one: OpenNotice) => !isDecided(one) && one.summary.withdrawnBecause === undefined;

/** The cases as the address asks for them: of one ring, in one view, in one order. */
async function casesAsked(
  asked: Readonly<Record<string, string | undefined>>,
  { notices, rulesClock }: ServePagesPorts,
) {
  const all = (await Promise.all([notices.open(POLICE), notices.open(WITHDRAWN_FROM_POLICE)])).flat();
  const { ring } = asked;
  const orders = ordersOn(rulesClock.today());
  const ofRing = ring === undefined ? all : all.filter(({ summary }) => summary.ring?.of === ring);
  return listView(ofRing, { path: PATH, asked, orders, filters: FILTERS, kept: { ring } });
}

/** Redirects to the most urgent undecided case in the officer's chosen order. */
export async function nextCase({ event }: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { after, ...asked } = event.queryStringParameters ?? {};
  const view = await casesAsked({ ...asked, standing: 'open' }, ports);
  const next = view.shown.find(({ noticeId }) => noticeId !== after);
  return seeOther(next ? caseHref(next, view.hrefOf()) : view.hrefOf());
}

/** A case's address, with the view of the list from which it was opened. */
const caseHref = ({ noticeId }: OpenNotice, list: string) => list.replace(PATH, `${PATH}/${noticeId}`);

/** The page of the companies with a notice to the police, the most pressing first. */
export async function listCases(visit: Visit, ports: ServePagesPorts) {
  const { event, officer } = visit;
  const asked = event.queryStringParameters ?? {};
  const view = await casesAsked(asked, ports);
  const { shown, hrefOf, column, choices } = view;
  const { items, paging, place } = view.page(shown);
  await logNoticesShown(items, 'list', POLICE, visit, ports);
  const today = ports.rulesClock.today();
  return html(
    <Page title="Vụ việc" assets={ports.assets} officer={officer} path={PATH}>
      <h1 class="govuk-heading-l">{`Vụ việc (${shown.length})`}</h1>
      {shown.some(isUndecided) && (
        <a class="govuk-button" role="button" href={hrefOf().replace(PATH, '/police/next-case')}>
          Vụ việc tiếp theo
        </a>
      )}
      {choices('standing')}
      {choices('sign')}
      {asked['ring'] !== undefined && (
        <p class="govuk-inset-text">
          {'Chỉ vụ việc của một nhóm. '}
          <a class="govuk-link" href={hrefOf({ ring: '' })}>
            Xem mọi vụ việc
          </a>
        </p>
      )}
      {shown.length === 0 ? (
        <p class="govuk-body">Không có vụ việc nào ở mục này.</p>
      ) : (
        <Table
          caption="Doanh nghiệp đã báo công an"
          columns={[
            { label: 'Doanh nghiệp' },
            column('Dấu hiệu chính, điểm', 'score'),
            { label: 'Nhóm' },
            column('Tiền liên quan', 'money'),
            column('Báo từ', 'age'),
            column('Chứng cứ mới', 'changed'),
            column('Hạn kết luận', 'pressing'),
            { label: 'Tình trạng' },
          ]}
          rows={items.map((one) => rowOf(one, hrefOf, today))}
        />
      )}
      <Pagination {...paging} />
    </Page>,
    200,
    { data: { cases: items.map(({ summary, ...one }) => ({ ...summary, ...one })), ...place } },
  );
}

function rowOf(one: OpenNotice, hrefOf: (changes?: Readonly<Record<string, string>>) => string, today: IsoDate) {
  const { sequence, summary, changedAt, issuedAt } = one;
  const { name = '', enterpriseCode = '', score = '', money, window, ring, signs } = summary;
  return [
    <a class="govuk-link" href={caseHref(one, hrefOf())}>
      {`${name} (${enterpriseCode})`}
    </a>,
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
    isUndecided(one) ? <DueTag due={dueOf(one)} today={today} /> : '',
    <StatusTag status={caseStatus(one)} />,
  ];
}

function caseStatus({ summary, handlingStatus }: OpenNotice): string {
  if (summary.withdrawnBecause !== undefined) return summary.withdrawnBecause === DISMISSED ? 'dismissed' : 'withdrawn';
  return policeStatus(summary.level, handlingStatus);
}

const dayOf = (instant: string) => formatDate(dayInVietnam(new Date(instant)));
