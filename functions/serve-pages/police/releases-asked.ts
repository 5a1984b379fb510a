import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import type { ProposedRelease } from '#shared/tables/releases.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { companiesIn, findIn } from '../search/list-search.ts';
import { askedBy, listView } from '../layout/list-view.tsx';

export const RELEASES_PAGE = '/police/releases';
export const findReleases = findIn(RELEASES_PAGE);

/** A change that waits for people, with the line of its company in the police's list where there is one. */
export interface WaitingRelease {
  readonly change: ProposedRelease;
  readonly company: OpenNotice['summary'] | undefined;
}

const FILTERS = {
  what: {
    label: 'Lọc theo việc',
    hidesEmpty: true as const,
    views: {
      all: { label: 'Tất cả', has: () => true },
      act: {
        label: 'Gửi, mức xử lý ngay',
        has: ({ change }: WaitingRelease) => isSent(change) && change.level === 'act',
      },
      watch: {
        label: 'Gửi, mức rà soát',
        has: ({ change }: WaitingRelease) => isSent(change) && change.level === 'watch',
      },
      withdraw: { label: 'Rút', has: ({ change }: WaitingRelease) => !isSent(change) },
    },
  },
};
const companyOf = ({ change: { enterpriseCode = '' }, company }: WaitingRelease) => ({
  enterpriseCode,
  name: company?.name ?? '',
});
const isSent = ({ act }: ProposedRelease) => act !== 'withdraw';

/** The waiting changes as an address asks for them: of one kind, one ring, one search, the earliest due first. */
export async function releasesAsked(visit: Visit, ports: ServePagesPorts) {
  const { releases, notices } = ports;
  const asked = askedBy(visit);
  const [waiting, cases] = await Promise.all([releases.waiting(), notices.open(POLICE)]);
  const companies = new Map(cases.map(({ summary }) => [summary.enterpriseCode, summary]));
  const all = waiting.map((change): WaitingRelease => {
    const company = change.enterpriseCode === undefined ? undefined : companies.get(change.enterpriseCode);
    return { change, company };
  });
  const { ring = '' } = asked;
  const ofRing = ring === '' ? all : all.filter(({ company }) => company?.ring?.of === ring);
  const sought = await companiesIn(RELEASES_PAGE, ofRing, companyOf, visit, ports);
  return listView(ofRing, { path: RELEASES_PAGE, asked, filters: FILTERS, kept: { ring }, sought });
}
