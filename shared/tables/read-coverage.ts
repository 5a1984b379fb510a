import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import { feedOf } from '#shared/domain/drops/sender.ts';
import { joinSpans, type SenderCoverage, type Span, type Spans } from '#shared/domain/risk/coverage.ts';
import type { ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import { daysCoveredByStatement } from '#shared/domain/risk/province/statements.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Files } from './files.ts';

const FEEDS = ['identities', 'activities', 'accounts', 'subscribers'] as const;

/** Reads the coverage of each sender in the province. */
export async function readCoverage(files: Pick<Files, 'coverage'>, now: RealClock): Promise<ProvinceCoverage> {
  return provinceCoverageOf(await files.coverage(FEEDS, now()));
}

/**
 * What the senders cover together. A sender with a file being read or stopped covers nothing until that file ends, which
 * says nothing about the others; only a bank's own rows are then missing whoever else sends of them.
 */
export function provinceCoverageOf(senders: readonly SenderCoverage[]): ProvinceCoverage {
  const of = (feed: (typeof FEEDS)[number]) => together(senders.filter(({ sender }) => feedOf(sender) === feed));
  const { spans, statements } = of('activities');
  const missing = new Set(senders.filter(({ beingRead }) => beingRead).map(({ sender }) => sender));
  const ofBanks = (kind: string) => {
    const banks = byBank(`${kind}#`, of('accounts'));
    return Object.fromEntries(Object.entries(banks).filter(([bank]) => !missing.has(`accounts/${bank}`)));
  };
  const notified = (covered: Readonly<Record<string, Span>>) => (Object.keys(covered).length > 0 ? covered : undefined);
  return {
    signals: Object.fromEntries(
      SIGNAL_KINDS.flatMap((kind) => (spans[kind] === undefined ? [] : [[kind, spans[kind]]])),
    ),
    identities: policeCoverageIn(senders),
    subscribers: of('subscribers').spans['subscribers'] !== undefined,
    flows: ofBanks('flows'),
    counterparties: notified(ofBanks('counterparties')),
    devices: notified(ofBanks('devices')),
    invoicePairs: spans['invoices'],
    statements,
  };
}

type Covered = Pick<SenderCoverage, 'spans' | 'statements'>;

/** The coverage of all senders none of whose files is being read. */
const together = (senders: readonly SenderCoverage[]): Covered => {
  const ready = senders.filter(({ beingRead }) => !beingRead);
  return {
    spans: ready.reduce<Spans>((sum, { spans }) => joinSpans(sum, spans), {}),
    statements: ready.flatMap(({ statements }) => statements),
  };
};

/** Whether the extracts cover everybody in the province, which only a sender's own statement can say. */
export function policeCoverageIn(senders: readonly SenderCoverage[]): PoliceCoverage {
  const { spans, statements } = together(senders.filter(({ sender }) => feedOf(sender) === 'identities'));
  if (spans['identities'] === undefined) return 'none';
  const whole = statements.some(
    ({ population, offices, read }) =>
      population === 'all' && offices === undefined && read['identities'] !== undefined,
  );
  return whole ? 'whole' : 'listed';
}

/** The coverage of each bank's rows, or what the bank states that they cover. */
function byBank(prefix: string, { spans, statements }: Covered): Record<string, Span> {
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
