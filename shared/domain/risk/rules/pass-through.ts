import { isWorthClassifying, PASS_THROUGH, type PassThrough } from '../facts/pass-through.ts';
import { banksOf } from '../facts/flows.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { isDependentUnit } from '../facts/returns.ts';
import { keptForLast } from './kept-for-last.ts';
import { passedOn } from './preconditions.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord, type SignToOthers } from './rule.ts';
import {
  type MonthShares,
  MONTH_SHARES_FIGURES,
  monthSharesSentence,
  monthSharesOf,
  PASS_THROUGH_LEGAL_BASIS,
  passThroughEvidence,
  THROUGH_FIGURES,
  type ThroughEvidence,
  passThroughMessage,
} from './pass-through-finding.ts';
import { askedWith, type PassThroughLimits } from './pass-through-limits.ts';

/** A row of the table: the conditions that a period must meet. */
interface PassThroughRow extends PassThroughLimits {
  /** Whether only much money over several months counts. */
  readonly much?: true;
  readonly sign?: SignToOthers;
  readonly urgent?: true;
  readonly milderThan?: string;
}

const { small, large } = PASS_THROUGH;
const LARGER = 'lớn hơn hộ kinh doanh';

/**
 * The rows of the table, the gravest first; of several periods the one that meets the earliest row counts. Honest
 * agents, shops and farms also pay within hours, but the share that they keep differs by month, while a company that
 * passes on others' money keeps the same share.
 */
const ROWS = {
  PASS_THROUGH_AT_ONCE: {
    pace: ['minutes'],
    evenness: 'even',
    credit: small,
    also: [LARGER],
    remainder: ['slice', 'nothing'],
    sign: 'grave',
    urgent: true,
  },
  PASS_THROUGH_AT_ONCE_BRIEFLY: {
    pace: ['minutes'],
    evenness: 'short',
    credit: small,
    also: [LARGER],
    remainder: ['slice', 'nothing'],
    sign: 'grave',
    urgent: true,
    milderThan: 'PASS_THROUGH_AT_ONCE',
  },
  PASS_THROUGH_EVEN_WITHIN_THE_HOUR: {
    pace: ['hour'],
    evenness: 'even',
    credit: small,
    also: [LARGER],
    remainder: ['slice'],
    sign: 'grave',
    // Four months that agree have already lasted, so the score need not last any longer.
    urgent: true,
    milderThan: 'PASS_THROUGH_AT_ONCE',
  },
  // A single month cannot be even, so it counts only where money leaves within minutes
  PASS_THROUGH_WITHIN_THE_HOUR_BRIEFLY: {
    pace: ['hour'],
    evenness: 'short',
    months: 2,
    credit: small,
    also: [LARGER],
    remainder: ['slice'],
    // A family's shops pay suppliers within the hour, too
    sign: 'bad',
    milderThan: 'PASS_THROUGH_EVEN_WITHIN_THE_HOUR',
  },
  PASS_THROUGH_EVEN_WITHIN_HOURS: {
    pace: ['hours'],
    evenness: 'even',
    credit: large,
    remainder: ['slice'],
    much: true,
    sign: 'grave',
    milderThan: 'PASS_THROUGH_EVEN_WITHIN_THE_HOUR',
  },
  PASS_THROUGH_EVEN: {
    pace: ['slow', 'unknown'],
    evenness: 'even',
    credit: large,
    remainder: ['slice'],
    much: true,
    sign: 'bad',
    milderThan: 'PASS_THROUGH_EVEN_WITHIN_HOURS',
  },
  PASS_THROUGH_WITH_MARGIN: {
    pace: ['minutes', 'hour', 'hours'],
    evenness: 'even',
    credit: large,
    remainder: ['margin'],
    much: true,
    milderThan: 'PASS_THROUGH_EVEN',
  },
  PASS_THROUGH_BRIEFLY: {
    pace: ['hours'],
    evenness: 'short',
    months: 2,
    credit: small,
    remainder: ['slice'],
    sign: 'bad',
    milderThan: 'PASS_THROUGH_EVEN_WITHIN_HOURS',
  },
  PASS_THROUGH_BRIEFLY_UNTIMED: {
    pace: ['unknown'],
    evenness: 'short',
    months: 2,
    credit: large,
    remainder: ['slice'],
    milderThan: 'PASS_THROUGH_BRIEFLY',
  },
  PASS_THROUGH_WITHIN_THE_HOUR: {
    pace: ['minutes', 'hour'],
    credit: small,
    remainder: ['slice'],
    milderThan: 'PASS_THROUGH_BRIEFLY',
  },
} as const satisfies Readonly<Record<string, PassThroughRow>>;

const TABLE: readonly PassThroughRow[] = Object.values(ROWS);

/** Whether money that leaves at once may be a household's, which sweeps out its takings in the evening. */
function mayBeHousehold({ credit, months, outShare }: PassThrough, { explained }: CompanyProfile['declared']): boolean {
  const { householdMonth, largeHouseholdMonth, householdKeeps } = PASS_THROUGH;
  const isTrade = explained === 'fully' || outShare <= 1 - householdKeeps;
  return credit < months * (isTrade ? largeHouseholdMonth : householdMonth);
}

function meets(stretch: PassThrough, row: PassThroughRow, { declared }: CompanyProfile): boolean {
  const { pace, evenness, remainder, volume, credit, monthsCompared } = stretch;
  if (!isWorthClassifying(stretch) || (row.much === true && volume !== 'much')) return false;
  if (credit < row.credit || (row.months !== undefined && monthsCompared < row.months)) return false;
  if (row.also?.includes(LARGER) && mayBeHousehold(stretch, declared)) return false;
  if (!row.pace.includes(pace) || (row.evenness !== undefined && row.evenness !== evenness)) return false;
  return remainder !== 'kept' && row.remainder.includes(remainder);
}

/** The first period that meets a row. A dependent unit has none, because its money is transferred to its parent's account. */
function firstOf(reading: CompanyProfile, row: PassThroughRow): PassThrough | undefined {
  for (const stretch of reading.stretches)
    if (meets(stretch, row, reading)) return isDependentUnit(reading.facts) ? undefined : stretch;
  return undefined;
}

export const banksOfStretch = ({ facts, banks }: CompanyProfile, { accountRef: asked }: PassThrough): string =>
  asked === undefined ? banks : banksOf(facts.accounts.filter(({ accountRef }) => accountRef === asked));

type PassEvidence = ThroughEvidence & MonthShares;

interface MetRow {
  readonly row: PassThroughRow;
  readonly stretch: PassThrough;
}

/** The gravest row that a period meets. */
const gravestOf = keptForLast((reading): MetRow | undefined => {
  for (const row of TABLE) {
    const stretch = firstOf(reading, row);
    if (stretch !== undefined) return { row, stretch };
  }
  return undefined;
});

function passes(row: PassThroughRow): RuleRecord<PassEvidence> {
  return rule<PassEvidence>({
    version: 10,
    kind: 'money',
    madeBy: ['flows'],
    ...askedWith(row),
    legalBasis: `${PASS_THROUGH_LEGAL_BASIS}; thời gian, tỷ lệ là ${OPERATIONAL_INDICATOR}`,
    fact: 'pass-through',
    restsOn: ['flows', 'registrations', 'THAY_DOI', 'TO_KHAI_THUE', 'GOP_VON'],
    ...(row.sign && { sign: row.sign }),
    ...(row.urgent && { urgent: row.urgent }),
    ...(row.milderThan !== undefined && { milderThan: row.milderThan }),
    needs: passedOn,
    figures: { ...THROUGH_FIGURES, ...MONTH_SHARES_FIGURES },
    evaluate: (reading) => {
      const met = gravestOf(reading);
      if (met?.row !== row) return undefined;
      const { stretch } = met;
      return { ...passThroughEvidence(stretch, banksOfStretch(reading, stretch)), ...monthSharesOf(stretch) };
    },
    message: (evidence, said) => `${passThroughMessage(evidence, said)}${monthSharesSentence(evidence, said)}`,
  });
}

/** Rules about pass-through, one for each row of the table. */
export const PASS_THROUGH_RULES = {
  PASS_THROUGH_AT_ONCE: passes(ROWS.PASS_THROUGH_AT_ONCE),
  PASS_THROUGH_AT_ONCE_BRIEFLY: passes(ROWS.PASS_THROUGH_AT_ONCE_BRIEFLY),
  PASS_THROUGH_EVEN_WITHIN_THE_HOUR: passes(ROWS.PASS_THROUGH_EVEN_WITHIN_THE_HOUR),
  PASS_THROUGH_WITHIN_THE_HOUR_BRIEFLY: passes(ROWS.PASS_THROUGH_WITHIN_THE_HOUR_BRIEFLY),
  PASS_THROUGH_EVEN_WITHIN_HOURS: passes(ROWS.PASS_THROUGH_EVEN_WITHIN_HOURS),
  PASS_THROUGH_EVEN: passes(ROWS.PASS_THROUGH_EVEN),
  PASS_THROUGH_WITH_MARGIN: passes(ROWS.PASS_THROUGH_WITH_MARGIN),
  PASS_THROUGH_BRIEFLY: passes(ROWS.PASS_THROUGH_BRIEFLY),
  PASS_THROUGH_BRIEFLY_UNTIMED: passes(ROWS.PASS_THROUGH_BRIEFLY_UNTIMED),
  PASS_THROUGH_WITHIN_THE_HOUR: passes(ROWS.PASS_THROUGH_WITHIN_THE_HOUR),
} satisfies Readonly<Record<keyof typeof ROWS, RuleRecord>>;
