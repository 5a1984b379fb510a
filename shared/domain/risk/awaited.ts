import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { capitalStanding } from './facts/capital.ts';
import type { CompanyFacts, Coverage } from './facts/company-facts.ts';
import { filesReturns } from './facts/returns.ts';
import { STAFF_DAYS } from './facts/staff.ts';
import { firstFullQuarter, lastQuarterDueBy, quarterDueOn } from './facts/tax-calendar.ts';

/** The feeds whose silence a rule takes for an answer. */
export const AWAITED_FEEDS = ['identities', 'activities'] as const;
export type AwaitedFeed = (typeof AWAITED_FEEDS)[number];

export const isAwaited = (feed: string): feed is AwaitedFeed => AWAITED_FEEDS.some((awaited) => awaited === feed);

/** Of the signals, the kinds that are so awaited. */
const SILENCES = ['TO_KHAI_THUE', 'HOA_DON', 'BHXH', 'GOP_VON'] as const;

/**
 * What an assessment still waits to hear: by kind, the first date up to which its feed would have to be covered for the
 * same facts to say something else. A kind left out can't change it any more. ANY: having been heard at all is enough.
 */
export type Awaited = Readonly<Record<string, string>>;

const ANY = '';
const IDENTITIES = 'identities';

/** What these facts still wait to hear, given what was heard when they were gathered. */
export function awaitedBy(facts: CompanyFacts): Awaited {
  const { signals, identities } = facts.coverage;
  const awaited: Record<string, string | undefined> = {
    TO_KHAI_THUE: returnsFrom(facts),
    HOA_DON: signals.HOA_DON === undefined ? ANY : undefined,
    BHXH: staffFrom(facts),
    GOP_VON: contributionsFrom(facts),
    [IDENTITIES]: identities ? undefined : ANY,
  };
  return Object.fromEntries(
    Object.entries(awaited).flatMap(([kind, from]) => (from === undefined ? [] : [[kind, from]])),
  );
}

/** Has anything of what was awaited been heard since? */
export function hasCome(awaited: Awaited, { signals, identities }: Coverage): boolean {
  if (identities && awaited[IDENTITIES] !== undefined) return true;
  return SILENCES.some((kind) => {
    const [from, coveredTo] = [awaited[kind], signals[kind]];
    return from !== undefined && coveredTo !== undefined && coveredTo >= from;
  });
}

/** The next return falls due. */
function returnsFrom(facts: CompanyFacts): IsoDate | undefined {
  if (!filesReturns(facts)) return undefined;
  const coveredTo = facts.coverage.signals.TO_KHAI_THUE;
  const dueFrom = firstFullQuarter(facts.registeredOn);
  return quarterDueOn(coveredTo === undefined ? dueFrom : Math.max(dueFrom, lastQuarterDueBy(coveredTo) + 1));
}

function staffFrom({ insured, registeredOn, coverage }: CompanyFacts): IsoDate | undefined {
  const from = addDays(registeredOn, STAFF_DAYS);
  return insured.length > 0 || (coverage.signals.BHXH ?? '') >= from ? undefined : from;
}

function contributionsFrom(facts: CompanyFacts): IsoDate | undefined {
  const { state, answerBy } = capitalStanding(facts);
  return state === 'REPORT_REQUESTED' && answerBy !== undefined ? addDays(answerBy, 1) : undefined;
}
