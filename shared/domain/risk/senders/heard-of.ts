import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, CompanyFacts } from '../facts/company-facts.ts';
import { ruleOf } from '../rules/all-rules.ts';
import type { Assessment } from '../rules/finding.ts';
import { isMadeBy } from './without-sender.ts';
import { OFFICES, type Sender } from './sender.ts';
import { SAYINGS, type Heard, type Saying, type Sayings } from './unusual.ts';

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
    favours: isAccused(assessment)
      ? [...favouring(facts, assessment), ...(assessment.heldDownBy ?? []), ...toldTwiceBy]
      : [],
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

/** What a survey is to know of a company that is unusual of many. */
export const heardOf = (facts: CompanyFacts, assessment: Assessment, isOnlyRegistered: boolean): Heard => {
  const says = sayingsOf(facts, assessment, isOnlyRegistered);
  return {
    ...(Object.keys(says).length > 0 && { says }),
    ...(isAccused(assessment) && { isAccused: true }),
  };
};
