import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { Coverage } from '#shared/domain/risk/facts/company-facts.ts';

/** The feeds that a verdict depends on, in the order of the summary. */
const ASKED = {
  identities: 'công an',
  activities: 'thuế, BHXH, kiểm tra',
  accounts: 'ngân hàng',
  subscribers: 'thuê bao',
};
type AskedFeed = keyof typeof ASKED;
const isAsked = (feed: string): feed is AskedFeed => feed in ASKED;

/** The last covered day of each feed for a company (`yyyy-mm-dd`); a feed without coverage is absent. */
export type CoveredUntil = Readonly<Partial<Record<AskedFeed, string>>>;

/** @param coverage that of the company's own rows */
export function coveredUntil(
  asOf: string,
  coverage: Pick<Coverage, 'signals' | 'identities' | 'subscribers' | 'flows'>,
): CoveredUntil {
  const activities = latest(coverage.signals);
  const accounts = latest(coverage.flows);
  return {
    ...(coverage.identities !== 'none' && { identities: asOf }),
    ...(activities !== undefined && { activities }),
    ...(accounts !== undefined && { accounts }),
    ...(coverage.subscribers && { subscribers: asOf }),
  };
}

const latest = (spans: Readonly<Record<string, { readonly to: string }>>): string | undefined =>
  Object.values(spans).reduce<string | undefined>(
    (last, { to }) => (last === undefined || to > last ? to : last),
    undefined,
  );

/** Where one of these feeds is missing, a company without findings has not been checked completely. */
const REPORTING_FEEDS = ['identities', 'activities', 'accounts'] as const;

/** Whether police, offices and banks have all sent data that cover the company. */
export const isFullyCovered = (covered: CoveredUntil): boolean =>
  REPORTING_FEEDS.every((feed) => covered[feed] !== undefined);

/** The latest covered day of each feed over all companies, and the number of companies that each feed does not cover. */
export function latestCoverage(companies: readonly CoveredUntil[]) {
  const until: Partial<Record<AskedFeed, string>> = {};
  const uncovered: Partial<Record<AskedFeed, number>> = {};
  for (const covered of companies) {
    for (const feed of Object.keys(ASKED).filter(isAsked)) {
      const day = covered[feed];
      if (day === undefined) uncovered[feed] = (uncovered[feed] ?? 0) + 1;
      else if (day > (until[feed] ?? '')) until[feed] = day;
    }
  }
  return { until, uncovered };
}

/**
 * Names each feed's last day, such as `công an đến 31/12/2025; thuê bao chưa có dữ liệu`, because a company without
 * findings is not clear where a feed does not cover it.
 */
export function coverageSentence({ until, uncovered }: ReturnType<typeof latestCoverage>): string {
  const notified = Object.entries(ASKED).map(([feed, name]) => {
    const [day, missing] = isAsked(feed) ? [until[feed], uncovered[feed] ?? 0] : [undefined, 0];
    if (day === undefined) return `${name} chưa có dữ liệu`;
    const rest = missing > 0 ? ` (${formatCount(missing)} doanh nghiệp chưa xét được)` : '';
    return `${name} đến ${formatDate(day)}${rest}`;
  });
  return notified.join('; ');
}
