import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { Span } from '#shared/domain/risk/coverage.ts';
import type { PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import type { FeedCoverage, Spans, CoverageStatement } from '#shared/domain/risk/coverage.ts';
import type { ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import { daysCoveredByStatement } from '#shared/domain/risk/province/statements.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Files } from './files.ts';

const FEEDS = ['identities', 'activities', 'accounts', 'subscribers'] as const;

/** Reads the coverage of each feed in the province. */
export async function readCoverage(files: Pick<Files, 'coverage'>, now: RealClock): Promise<ProvinceCoverage> {
  return provinceCoverageOf(await files.coverage(FEEDS, now()));
}

/** A feed with a file being read covers nothing until that file ends. */
export function provinceCoverageOf(feeds: Readonly<Record<string, FeedCoverage>>): ProvinceCoverage {
  const of = (feed: (typeof FEEDS)[number]): FeedCoverage => {
    const coverage = feeds[feed];
    return coverage && !coverage.beingRead ? coverage : NOTHING;
  };
  const { spans, statements } = of('activities');
  const ofBanks = (kind: string) => byBank(`${kind}#`, of('accounts'));
  const notified = (covered: Readonly<Record<string, Span>>) => (Object.keys(covered).length > 0 ? covered : undefined);
  return {
    signals: Object.fromEntries(
      SIGNAL_KINDS.flatMap((kind) => (spans[kind] === undefined ? [] : [[kind, spans[kind]]])),
    ),
    identities: policeCoverageIn(of('identities')),
    subscribers: of('subscribers').spans['subscribers'] !== undefined,
    flows: ofBanks('flows'),
    counterparties: notified(ofBanks('counterparties')),
    devices: notified(ofBanks('devices')),
    invoicePairs: spans['invoices'],
    statements,
  };
}

const NOTHING: FeedCoverage = { spans: {}, statements: [], beingRead: false };

/** Whether an extract covers everybody in the province, which only its own statement can say. */
export function policeCoverageIn({ spans, statements, beingRead }: FeedCoverage): PoliceCoverage {
  if (beingRead || spans['identities'] === undefined) return 'none';
  const whole = statements.some(
    ({ population, offices, read }) =>
      population === 'all' && offices === undefined && read['identities'] !== undefined,
  );
  return whole ? 'whole' : 'listed';
}

/** The coverage of each bank's rows, or what the bank states that they cover. */
function byBank(prefix: string, { spans, statements }: { spans: Spans; statements: readonly CoverageStatement[] }) {
  const banks: Record<string, Span> = {};
  for (const [key, span] of Object.entries(spans)) {
    if (!key.startsWith(prefix)) continue;
    let covered: Span = span;
    for (const statement of statements) {
      const rows = statement.read[key];
      const named = statement.kinds === undefined || statement.kinds.includes(prefix.slice(0, -1));
      if (rows !== undefined && named) covered = joined(covered, daysCoveredByStatement(rows, statement));
    }
    banks[key.slice(prefix.length)] = covered;
  }
  return banks;
}

const joined = (a: Span, b: Span): Span => ({
  from: a.from < b.from ? a.from : b.from,
  to: a.to > b.to ? a.to : b.to,
});
