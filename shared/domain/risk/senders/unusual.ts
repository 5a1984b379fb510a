import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, CompanyFacts } from '../facts/company-facts.ts';
import { ruleOf } from '../rules/all-rules.ts';
import type { Assessment } from '../rules/finding.ts';
import { isMadeBy } from './without-sender.ts';
import { OFFICES, type Sender } from './sender.ts';

/**
 * What rows of a sender do that is usual for single companies and unusual for many: they tell two things about one
 * matter, speak for companies against which others speak, tell of companies that only they know and that share values
 * with those of bad signs, of accounts that their code alone ties to a company, and of accounts without any money.
 */
export const SAYINGS = ['told-twice', 'favours', 'invents', 'by-code', 'idle'] as const;
export type Saying = (typeof SAYINGS)[number];

/** What senders say of a company, those of the list above alone. */
export type Sayings = Readonly<Partial<Record<Saying, readonly Sender[]>>>;

/** A sender whose rows say something of more companies than usual. */
export interface UnusualSender {
  readonly sender: Sender;
  readonly count: number;
  readonly because: Saying;
}

const MATERIAL = 0.1;
const LATELY = 180;
/** Money that stays so long is no sign of passing on, minutes. */
const RESTS = 1440;

const isAccused = ({ verdict, heldDownBy = [] }: Assessment): boolean => verdict === 'flagged' || heldDownBy.length > 0;

function sayingsOf(facts: CompanyFacts, assessment: Assessment, isOnlyRegistered: boolean): Sayings {
  const { accounts, bands, coverage, toldTwiceBy = [] } = facts;
  const isTied = bands.some(({ kind, badShare }) => badShare > 0 && kind !== 'counterparty' && kind !== 'device');
  const without = accounts.filter(({ flows }) => flows.length === 0);
  const isByCode = ({ representative, holder }: AccountFacts) => representative === 'unknown' && holder === 'unknown';
  const said = {
    'told-twice': toldTwiceBy,
    favours: isAccused(assessment) ? [...favouring(facts, assessment), ...toldTwiceBy] : [],
    invents: isOnlyRegistered && isTied ? ['registry'] : [],
    'by-code': without.filter(isByCode).map(({ bank }) => bank),
    idle: without.filter(({ bank }) => coverage.flows[bank]).map(({ bank }) => bank),
  } satisfies Record<Saying, readonly Sender[]>;
  return Object.fromEntries(
    SAYINGS.flatMap((saying) => (said[saying].length > 0 ? [[saying, [...new Set<Sender>(said[saying])].sort()]] : [])),
  );
}

/** Whose rows speak for a company, or made it another one lately. */
function favouring({ asOf, accounts, changes, inspections }: CompanyFacts, { findings }: Assessment): Sender[] {
  const reliefs = findings.filter(({ weight }) => weight < -MATERIAL);
  const isChanged = changes.some(
    ({ kind, on }) => (kind === 'representative' || kind === 'address') && daysBetween(on, asOf) < LATELY,
  );
  return [
    ...OFFICES.filter((office) => reliefs.some(({ code }) => isMadeBy(office, ruleOf(code)?.madeBy ?? []))),
    ...(inspections.some(({ found }) => found) ? ['inspector'] : []),
    ...(isChanged ? ['registry'] : []),
    ...accounts
      .filter(({ flows }) => flows.length > 0 && flows.every(({ medianHoldMinutes = 0 }) => medianHoldMinutes >= RESTS))
      .map(({ bank }) => bank),
  ];
}

/** What a survey knows of a company that this asks about. */
export interface Heard {
  readonly says?: Sayings | undefined;
  /** Whether it is flagged, or watched because favourable rows of one sender hold it down. */
  readonly isAccused?: true | undefined;
}

export const heardOf = (facts: CompanyFacts, assessment: Assessment, isOnlyRegistered: boolean): Heard => {
  const says = sayingsOf(facts, assessment, isOnlyRegistered);
  return {
    ...(Object.keys(says).length > 0 && { says }),
    ...(isAccused(assessment) && { isAccused: true }),
  };
};

/** So many companies are usual in any province. */
const ALWAYS = 12;
/** Of all companies the share that is usual beside. */
const SHARES: Readonly<Record<Saying, number>> = {
  'told-twice': 0.004,
  favours: 0,
  invents: 0,
  'by-code': 0.02,
  idle: 0.06,
};
/** Of companies against which others speak, the least number and the share for which a sender speaks. */
const FAVOURED = { least: 8, share: 0.5 };

/** The senders whose rows say something of more companies than is usual, in order. */
export function unusualSenders(companies: readonly Heard[]): UnusualSender[] {
  const accused = companies.filter((one) => one.isAccused).length;
  const isMore = (because: Saying, count: number): boolean =>
    because === 'favours'
      ? count >= FAVOURED.least && count > accused * FAVOURED.share
      : count > ALWAYS + companies.length * SHARES[because];
  return SAYINGS.flatMap((because) => {
    const senders = companies.flatMap(({ says }) => says?.[because] ?? []);
    return [...Map.groupBy(senders, (sender) => sender)]
      .map(([sender, { length: count }]): UnusualSender => ({ sender, count, because }))
      .filter(({ count }) => isMore(because, count))
      .sort((a, b) => (a.sender < b.sender ? -1 : 1));
  });
}
