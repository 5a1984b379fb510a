import { numberToShow } from '#shared/domain/notification/notice/notice.ts';
import { isDecided, type OpenNotice } from '#shared/tables/open-notice.ts';
import { askedBy, listView } from '../layout/list-view.tsx';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { openAnswered } from './answered-since.ts';
import { bankOfVisit } from '../session/bank-of-visit.ts';
import { recentlyEndedNotices } from './ended-notices.tsx';
import { NOTICES_PAGE, soughtBy, soughtPlace } from './find-notices.ts';

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
      open: { label: 'Chưa trả lời', has: (one: OpenNotice) => !isDecided(one) },
    },
  },
};

/** A bank's notices as an address or a form of its list asks for them. */
export async function noticesAsked(visit: Visit, ports: ServePagesPorts) {
  const asked = askedBy(visit);
  const receiver = bankOfVisit(visit);
  const [open, allEnded, sought] = await Promise.all([
    openAnswered(receiver, ports),
    recentlyEndedNotices(receiver, ports),
    soughtBy(visit, ports),
  ]);
  const ended = allEnded.filter(
    ({ content }) =>
      sought.numbers.length === 0 ||
      soughtPlace({ ...content, accountNumber: numberToShow(content) }, sought) !== undefined,
  );
  const view = listView(open, {
    path: NOTICES_PAGE,
    asked,
    orders: ORDERS,
    filters: FILTERS,
    ...(sought.numbers.length > 0 && {
      sought: { typed: sought.typed, placeOf: ({ summary }: OpenNotice) => soughtPlace(summary, sought) },
    }),
  });
  return { receiver, open, ended, sought, view };
}
