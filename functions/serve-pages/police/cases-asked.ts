import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import { addDays, dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import { DISMISSED } from '#shared/domain/notification/states.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { CaseAssignee } from '#shared/tables/case-records.ts';
import { isDecided, isUndecidedCase, type OpenNotice } from '#shared/tables/open-notice.ts';
import { WITHDRAWN_FROM_POLICE } from '#shared/tables/notices.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { companiesIn, findIn } from '../search/list-search.ts';
import { askedBy, listView } from '../layout/list-view.tsx';
import { KIND_OF_SIGN_NAMES, kindsOfSigns } from './signs-of-case.tsx';

export const CASES_PAGE = '/police/cases';
export const findCases = findIn(CASES_PAGE, '&standing=all');

/** A line of the list, with the officer to whom the case is assigned. */
export type CaseLine = OpenNotice & { readonly assignee: CaseAssignee | undefined };

/** The days before its last one in which a case runs out. */
const SOON_DAYS = 7;
export const dueOf = ({ issuedAt }: CaseLine) => dueOn('policeAnswer', dayInVietnam(new Date(issuedAt)));

/** How pressing a case is: those that run out or are late come before the others, each by what is at stake. */
const urgencyOf = (one: CaseLine, today: IsoDate) =>
  isUndecidedCase(one) && dueOf(one) <= addDays(today, SOON_DAYS) ? 1 : 0;
const byScore = (a: CaseLine, b: CaseLine) => (b.summary.score ?? 0) - (a.summary.score ?? 0);
const byMoney = (a: CaseLine, b: CaseLine) => (b.summary.money ?? 0) - (a.summary.money ?? 0);
const byId = (a: CaseLine, b: CaseLine) => ascending(a.noticeId, b.noticeId);

const ordersOn = (today: IsoDate) => ({
  pressing: {
    compare: (a: CaseLine, b: CaseLine) =>
      urgencyOf(b, today) - urgencyOf(a, today) || byMoney(a, b) || byScore(a, b) || byId(a, b),
  },
  score: { compare: (a: CaseLine, b: CaseLine) => byScore(a, b) || byId(a, b) },
  money: { compare: (a: CaseLine, b: CaseLine) => byMoney(a, b) || byId(a, b) },
  changed: { compare: (a: CaseLine, b: CaseLine) => ascending(b.changedAt, a.changedAt) || byId(a, b) },
  age: {
    compare: (a: CaseLine, b: CaseLine) => ascending(a.issuedAt, b.issuedAt) || byId(a, b),
    isAscending: true as const,
  },
});

const filtersFor = (reader: string) => ({
  standing: {
    label: 'Lọc theo quyết định',
    views: {
      open: { label: 'Chưa quyết định', has: (one: CaseLine) => isUndecidedCase(one) },
      decided: { label: 'Đã quyết định', has: (one: CaseLine) => isDecidedCase(one) },
      all: { label: 'Tất cả', has: () => true },
    },
  },
  whose: {
    label: 'Lọc theo người nhận',
    views: {
      all: { label: 'Của mọi người', has: () => true },
      mine: { label: 'Của tôi', has: ({ assignee }: CaseLine) => assignee?.subject === reader },
      free: { label: 'Chưa giao', has: ({ assignee }: CaseLine) => assignee === undefined },
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
          { label, has: ({ summary }: CaseLine) => kindsOfSigns(summary.signs).some((one) => one === kind) },
        ]),
      ),
    },
  },
});
const companyOf = ({ summary: { enterpriseCode = '', name = '' } }: CaseLine) => ({ enterpriseCode, name });
const isDecidedCase = (one: OpenNotice) =>
  isDecided(one) || one.summary.level === 'act' || one.summary.withdrawnBecause === DISMISSED;

/** The cases as an address or a form asks for them: of one ring or one search, in one view, in one order. */
export async function casesAsked(
  visit: Visit,
  ports: ServePagesPorts,
  asked: Readonly<Record<string, string | undefined>> = askedBy(visit),
) {
  const { notices, rulesClock, caseRecords } = ports;
  const [open, withdrawn, assigned] = await Promise.all([
    notices.open(POLICE),
    notices.open(WITHDRAWN_FROM_POLICE),
    caseRecords.assigned(),
  ]);
  const all = [...open, ...withdrawn].map((one): CaseLine => ({ ...one, assignee: assigned.get(one.noticeId) }));
  const { ring = '' } = asked;
  const ofRing = ring === '' ? all : all.filter(({ summary }) => summary.ring?.of === ring);
  const [orders, filters] = [ordersOn(rulesClock.today()), filtersFor(visit.officer.subject)];
  const sought = await companiesIn(CASES_PAGE, ofRing, companyOf, visit, ports);
  return listView(ofRing, { path: CASES_PAGE, asked, orders, filters, kept: { ring }, sought });
}
