import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { capitalStanding } from './facts/capital.ts';
import type { CompanyFacts, Coverage } from './facts/company-facts.ts';
import { filesReturns } from './facts/returns.ts';
import { namedNobody, STAFF_DAYS } from './facts/staff.ts';
import { firstFullQuarter, lastQuarterDueBy, quarterDueOn } from './facts/tax-calendar.ts';

/** The feeds of which a rule takes a missing row for an answer. */
export const AWAITED_FEEDS = ['identities', 'activities'] as const;
export type AwaitedFeed = (typeof AWAITED_FEEDS)[number];

export const isAwaited = (feed: string): feed is AwaitedFeed => AWAITED_FEEDS.some((awaited) => awaited === feed);

/** Of the signals, the kinds that are so awaited. */
const SILENCES = ['TO_KHAI_THUE', 'HOA_DON', 'BHXH', 'GOP_VON'] as const;

/**
 * What an assessment waits for: by kind, the first date up to which its feed would have to be covered for the same facts to
 * give another answer. A kind left out can't change it any more. ANY: any coverage is enough.
 * `date<from`: what was heard began on `from`, and rows from before that day would say something else too.
 */
export type Awaited = Readonly<Record<string, string>>;

const ANY = '';
const NEVER = '~';
const BEFORE = '<';
const IDENTITIES = 'identities';
const INVOICE_PAIRS = 'invoicePairs';

/** What these facts wait for, given the coverage when they were gathered. */
export function awaitedBy(facts: CompanyFacts): Awaited {
  const { signals, identities, invoicePairs } = facts.coverage;
  const awaited: Record<string, string | undefined> = {
    TO_KHAI_THUE: returnsFrom(facts),
    HOA_DON: signals.HOA_DON === undefined ? ANY : undefined,
    BHXH: staffFrom(facts),
    GOP_VON: contributionsFrom(facts),
    [IDENTITIES]: identities === 'none' ? ANY : undefined,
    [INVOICE_PAIRS]: invoicePairs === undefined && facts.invoicePairs === undefined ? ANY : undefined,
  };
  return Object.fromEntries(
    Object.entries(awaited).flatMap(([kind, from]) => (from === undefined ? [] : [[kind, from]])),
  );
}

/** Has anything of what was awaited been heard since? */
export function isNowCovered(awaited: Awaited, { signals, identities, invoicePairs }: Coverage): boolean {
  if (invoicePairs !== undefined && awaited[INVOICE_PAIRS] !== undefined) return true;
  if (identities !== 'none' && awaited[IDENTITIES] !== undefined) return true;
  return SILENCES.some((kind) => {
    const [awaitedFor, heard] = [awaited[kind], signals[kind]];
    if (awaitedFor === undefined || heard === undefined) return false;
    const [day = ANY, from] = awaitedFor.split(BEFORE);
    return heard.to >= day || (from !== undefined && heard.from < from);
  });
}

/** The next return falls due; those of before the first day heard may come too. */
function returnsFrom(facts: CompanyFacts): string | undefined {
  if (!filesReturns(facts)) return undefined;
  const heard = facts.coverage.signals.TO_KHAI_THUE;
  const dueFrom = firstFullQuarter(facts.registeredOn);
  if (heard === undefined) return quarterDueOn(dueFrom);
  const next = quarterDueOn(Math.max(dueFrom, lastQuarterDueBy(heard.to) + 1));
  return heard.from > facts.registeredOn ? `${next}${BEFORE}${heard.from}` : next;
}

function staffFrom({ insured, registeredOn, coverage }: CompanyFacts): string | undefined {
  const answered = insured.length > 0 || namedNobody(coverage.signals.BHXH, registeredOn);
  return answered ? undefined : addDays(registeredOn, STAFF_DAYS);
}

function contributionsFrom(facts: CompanyFacts): string | undefined {
  const { state, answerBy, requestedOn, dueOn } = capitalStanding(facts);
  const heard = facts.coverage.signals.GOP_VON;
  // Who has not proved his capital is reminded where contributions were heard of as the term ran out
  if (state === 'NOT_DUE' || state === 'DUE_UNVERIFIED') {
    if (heard === undefined) return dueOn;
    if (heard.from > dueOn) return `${NEVER}${BEFORE}${heard.from}`;
    return heard.to >= dueOn ? undefined : dueOn;
  }
  if (state !== 'REPORT_REQUESTED' || answerBy === undefined || requestedOn === undefined) return undefined;
  if (heard === undefined || heard.from <= requestedOn) return addDays(answerBy, 1);
  return `${NEVER}${BEFORE}${heard.from}`;
}
