import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { activityAwaits } from './activity/activity.ts';
import type { MissingDays } from './activity/silent-accounts.ts';
import { capitalContributionStatusOf } from './facts/capital.ts';
import type { CompanyFacts, Coverage } from './facts/company-facts.ts';
import type { Assessment } from './rules/finding.ts';
import type { Span } from './coverage.ts';
import type { OwnersState } from './owners/owners-status.ts';
import { OFFICE_KINDS } from './province/office-kinds.ts';
import { filesReturns } from './facts/returns.ts';
import { namedNobody, STAFF_DAYS } from './facts/staff.ts';
import { firstFullQuarter, lastQuarterLateOn, LATE_DAYS, quarterDueOn } from './facts/tax-calendar.ts';

/** The feeds in which rules treat a missing row as evidence. */
export const AWAITED_FEEDS = ['registrations', 'identities', 'activities'] as const;
export type AwaitedFeed = (typeof AWAITED_FEEDS)[number];

export const isAwaited = (feed: string): feed is AwaitedFeed => AWAITED_FEEDS.some((awaited) => awaited === feed);

/** The kinds of signals that an assessment may wait for. */
const SILENCES = ['TO_KHAI_THUE', 'HOA_DON', 'BHXH', 'GOP_VON'] as const;

/**
 * What an assessment waits for: for each kind, the first date to which its feed must be covered so that the same facts
 * could give another result. A kind that can't change the result is absent. ANY means that any coverage is enough.
 * `date<from` means that coverage began on `from`, and that coverage before that day could also change the result.
 */
export type Awaited = Readonly<Record<string, string>>;

const ANY = '';
const NEVER = '~';
const BEFORE = '<';
const IDENTITIES = 'identities';
const INVOICE_PAIRS = 'invoicePairs';
const OWNERS = 'owners';

/** Computes what these facts wait for, given the coverage when they were gathered and the result that they gave. */
export function awaitedBy(
  facts: CompanyFacts,
  result: Pick<Assessment, 'verdict' | 'awaitsMonth'> & { readonly owners?: OwnersState },
): Awaited {
  const { signals, identities, invoicePairs, ownersDeclared } = facts.coverage;
  const awaited: Record<string, string | undefined> = {
    TO_KHAI_THUE: returnsFrom(facts),
    HOA_DON: signals.HOA_DON === undefined ? ANY : undefined,
    BHXH: staffFrom(facts, result),
    GOP_VON: contributionsFrom(facts),
    [IDENTITIES]: identities === 'none' ? ANY : undefined,
    [OWNERS]: result.owners === 'unknown' && !ownersDeclared ? ANY : undefined,
    [INVOICE_PAIRS]: invoicePairs === undefined && facts.invoicePairs === undefined ? ANY : undefined,
  };
  for (const missing of activityAwaits(facts)) awaited[missing.kind] = orMissing(awaited[missing.kind], missing);
  for (const kind of OFFICE_KINDS) if (signals[kind] === undefined) awaited[kind] = ANY;
  if (restsOnEarlierMonths(result))
    for (const kind of SILENCES) awaited[kind] = orEarlier(awaited[kind], signals[kind], facts.registeredOn);
  return Object.fromEntries(
    Object.entries(awaited).flatMap(([kind, from]) => (from === undefined ? [] : [[kind, from]])),
  );
}

/** Also waits for the days without which the activity is not known, or is told from another source. */
function orMissing(awaited: string | undefined, { to, from }: MissingDays): string {
  const [day = NEVER, before = ''] = awaited?.split(BEFORE) ?? [];
  const until = to === undefined || day < to ? day : to;
  const after = from === undefined ? '' : addDays(from, 1);
  const begin = after > before ? after : before;
  return begin === '' ? until : `${until}${BEFORE}${begin}`;
}

/** Whether today's score flags, so that the verdict depends on whether the score has lasted. */
const restsOnEarlierMonths = ({ verdict, awaitsMonth }: Pick<Assessment, 'verdict' | 'awaitsMonth'>): boolean =>
  verdict === 'flagged' || awaitsMonth === true;

/** Also waits for coverage before the first covered day, because earlier months are judged by what was covered then. */
function orEarlier(awaited: string | undefined, covered: Span | undefined, registeredOn: IsoDate): string | undefined {
  if (covered === undefined || covered.from <= registeredOn) return awaited;
  const [day = NEVER] = awaited?.split(BEFORE) ?? [];
  return `${day}${BEFORE}${covered.from}`;
}

/** Whether the coverage now includes something that the assessment waited for. */
export function isNowCovered(
  awaited: Awaited,
  { signals, identities, invoicePairs, ownersDeclared }: Coverage,
): boolean {
  if (ownersDeclared && awaited[OWNERS] !== undefined) return true;
  if (invoicePairs !== undefined && awaited[INVOICE_PAIRS] !== undefined) return true;
  if (identities !== 'none' && awaited[IDENTITIES] !== undefined) return true;
  return SILENCES.some((kind) => {
    const [awaitedFor, covered] = [awaited[kind], signals[kind]];
    if (awaitedFor === undefined || covered === undefined) return false;
    const [day = ANY, from] = awaitedFor.split(BEFORE);
    return covered.to >= day || (from !== undefined && covered.from < from);
  });
}

/** The day on which the next return is due; returns before the first covered day may also come. */
function returnsFrom(facts: CompanyFacts): string | undefined {
  if (!filesReturns(facts)) return undefined;
  const covered = facts.coverage.signals.TO_KHAI_THUE;
  const dueFrom = firstFullQuarter(facts.registeredOn);
  if (covered === undefined) return missedFrom(dueFrom);
  const next = missedFrom(Math.max(dueFrom, lastQuarterLateOn(covered.to) + 1));
  return covered.from > facts.registeredOn ? `${next}${BEFORE}${covered.from}` : next;
}

/** The first day on which a quarter's return is missed where it was not filed. */
const missedFrom = (quarter: number): string => addDays(quarterDueOn(quarter), LATE_DAYS);

/** A count that came later answers for no earlier month. */
function staffFrom(
  { insured, registeredOn, coverage }: CompanyFacts,
  result: Pick<Assessment, 'verdict' | 'awaitsMonth'>,
): string | undefined {
  const isCounted = insured.length > 0 && !restsOnEarlierMonths(result);
  const answered = isCounted || namedNobody(coverage.signals.BHXH, registeredOn);
  return answered ? undefined : addDays(registeredOn, STAFF_DAYS);
}

function contributionsFrom(facts: CompanyFacts): string | undefined {
  const { state, answerBy, requestedOn, dueOn } = capitalContributionStatusOf(facts);
  const covered = facts.coverage.signals.GOP_VON;
  // The office asks a company for proof of its capital where contributions were covered on the last day of
  // the term
  if (state === 'NOT_DUE' || state === 'DUE_UNVERIFIED') {
    if (covered === undefined) return dueOn;
    if (covered.from > dueOn) return `${NEVER}${BEFORE}${covered.from}`;
    return covered.to >= dueOn ? undefined : dueOn;
  }
  if (state !== 'REPORT_REQUESTED' || answerBy === undefined || requestedOn === undefined) return undefined;
  if (covered === undefined || covered.from <= requestedOn) return addDays(answerBy, 1);
  return `${NEVER}${BEFORE}${covered.from}`;
}
