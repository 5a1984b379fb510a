import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import { feedOf } from '#shared/domain/drops/sender.ts';
import {
  type CoverageStatement,
  joinSpans,
  type SenderCoverage,
  type Span,
  type Spans,
  type StatementOfFiles,
} from '#shared/domain/risk/coverage.ts';
import type { ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Files } from './files.ts';

const FEEDS = ['registrations', 'identities', 'activities', 'accounts', 'subscribers'] as const;

/** Reads the coverage of each sender in the province. */
export async function readCoverage(files: Pick<Files, 'coverage'>, now: RealClock): Promise<ProvinceCoverage> {
  return provinceCoverageOf(await files.coverage(FEEDS, now()));
}

/**
 * What the senders cover together. A sender with a file being read covers nothing until that file ends, which says
 * nothing about the others; only a bank's own rows are then missing whoever else sends of them.
 */
export function provinceCoverageOf(senders: readonly SenderCoverage[]): ProvinceCoverage {
  const of = (feed: (typeof FEEDS)[number]) => together(senders.filter(({ sender }) => feedOf(sender) === feed));
  const { spans } = of('activities');
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
    ...(of('registrations').spans['owners'] && { ownersDeclared: true }),
    flows: ofBanks('flows'),
    counterparties: notified(ofBanks('counterparties')),
    devices: notified(ofBanks('devices')),
    invoicePairs: spans['invoices'],
    statements: statementsThatCount(senders, 'activities'),
  };
}

/** The coverage of all senders none of whose files is being read. */
const together = (senders: readonly SenderCoverage[]) => {
  const ready = senders.filter(({ beingRead }) => !beingRead);
  return { ready, spans: ready.reduce<Spans>((sum, { spans }) => joinSpans(sum, spans), {}) };
};

/** The companies of all files of registrations. */
export const companiesKnown = (senders: readonly SenderCoverage[]): number =>
  sumOf(senders.map(({ subjects }) => subjects['registrations'] ?? 0));

/** Whether files with rows of so many companies or people can show who has none. */
export const isFairShare = (subjects: number, companies: number): boolean => subjects > 0 && 2 * subjects >= companies;

/**
 * The statements with those kinds of their rows that are of a fair share of the companies. One about the listed
 * companies alone also counts where its kind has hardly any other rows. The others say nothing, and coverage is then as
 * the rows show.
 */
function statementsThatCount(senders: readonly SenderCoverage[], feed: string): readonly CoverageStatement[] {
  const companies = companiesKnown(senders);
  const { ready } = together(senders.filter(({ sender }) => feedOf(sender) === feed));
  const counts = (one: StatementOfFiles, kind: string): boolean => {
    const { population, offices, subjects } = one;
    const all = sumOf(ready.map((sender) => sender.subjects[kind] ?? 0));
    return isFairShare(
      population === 'all' && offices === undefined ? (subjects[kind] ?? 0) : likeIt(one, kind, ready),
      population === 'all' ? companies : Math.min(companies, all),
    );
  };
  return ready
    .flatMap(({ statements }) => statements)
    .map(({ subjects, read, ...one }) => ({
      ...one,
      read: Object.fromEntries(Object.entries(read).filter(([kind]) => counts({ ...one, subjects, read }, kind))),
    }));
}

/** The companies of all senders with such a statement; one sender's statements may concern the same files. */
const likeIt = ({ population, offices }: StatementOfFiles, kind: string, senders: readonly SenderCoverage[]): number =>
  sumOf(
    senders.map(({ statements }) =>
      Math.max(
        0,
        ...statements
          .filter(
            (other) => other.population === population && (other.offices === undefined) === (offices === undefined),
          )
          .map(({ subjects }) => subjects[kind] ?? 0),
      ),
    ),
  );

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * Whether the extracts cover everybody in the province, which only a statement can say whose files have enough people.
 * While another extract is being read or is stopped, those that were read still count.
 */
export function policeCoverageIn(senders: readonly SenderCoverage[]): PoliceCoverage {
  if (senders.every(({ subjects }) => (subjects['identities'] ?? 0) === 0)) return 'none';
  const whole = statementsThatCount(senders, 'identities').some(
    ({ population, offices, read }) =>
      population === 'all' && offices === undefined && read['identities'] !== undefined,
  );
  return whole ? 'whole' : 'listed';
}

/** The coverage of each bank's rows. */
const byBank = (prefix: string, { spans }: { readonly spans: Spans }): Record<string, Span> =>
  Object.fromEntries(
    Object.entries(spans).flatMap(([key, span]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), span]] : [])),
  );
