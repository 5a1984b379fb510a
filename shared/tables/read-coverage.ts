import { type Heard, SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import type { FeedCoverage, Spans, Statement } from '#shared/domain/risk/coverage.ts';
import type { ProvinceHeard } from '#shared/domain/risk/province/coverage-for.ts';
import { daysStated } from '#shared/domain/risk/province/statements.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import type { Files } from './files.ts';

const FEEDS = ['identities', 'activities', 'accounts', 'subscribers'] as const;

/** What each feed has covered in the province; a feed with a file being read covers nothing until that file ends. */
export async function readCoverage(files: Pick<Files, 'coverage'>, now: WireClock): Promise<ProvinceHeard> {
  const feeds = await files.coverage(FEEDS, now());
  const of = (feed: (typeof FEEDS)[number]): FeedCoverage => {
    const coverage = feeds[feed];
    return coverage && !coverage.beingRead ? coverage : NOTHING;
  };
  const { spans, statements } = of('activities');
  const ofBanks = (kind: string) => byBank(`${kind}#`, of('accounts'));
  const notified = (heard: Readonly<Record<string, Heard>>) => (Object.keys(heard).length > 0 ? heard : undefined);
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

/** Only an extract that says of itself that it holds everybody of the province does. */
export function policeCoverageIn({ spans, statements, beingRead }: FeedCoverage): PoliceCoverage {
  if (beingRead || spans['identities'] === undefined) return 'none';
  const whole = statements.some(
    ({ population, offices, read }) =>
      population === 'all' && offices === undefined && read['identities'] !== undefined,
  );
  return whole ? 'whole' : 'listed';
}

/** By bank, what its own rows cover, or what it says they do. */
function byBank(prefix: string, { spans, statements }: { spans: Spans; statements: readonly Statement[] }) {
  const banks: Record<string, Heard> = {};
  for (const [key, span] of Object.entries(spans)) {
    if (!key.startsWith(prefix)) continue;
    let heard: Heard = span;
    for (const statement of statements) {
      const rows = statement.read[key];
      const named = statement.kinds === undefined || statement.kinds.includes(prefix.slice(0, -1));
      if (rows !== undefined && named) heard = joined(heard, daysStated(rows, statement));
    }
    banks[key.slice(prefix.length)] = heard;
  }
  return banks;
}

const joined = (a: Heard, b: Heard): Heard => ({
  from: a.from < b.from ? a.from : b.from,
  to: a.to > b.to ? a.to : b.to,
});
