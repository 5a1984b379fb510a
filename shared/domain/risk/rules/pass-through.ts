import { type Evenness, type Pace, PASS_THROUGH, type PassThrough, type Remainder } from '../facts/pass-through.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { isDependentUnit } from '../facts/returns.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { PRACTICE, rule, type RuleRecord, type Sign } from './rule.ts';
import { banksOf, SIGNS_OF_MONEY, throughEvidence, type ThroughEvidence, throughMessage } from './through.ts';
import { percent, roundedShare } from './wording.ts';

/** A row of the table: what a stretch must be for the row to hold. Absent: any. */
interface Row {
  readonly question: string;
  readonly pace?: readonly Pace[];
  readonly evenness?: readonly Evenness[];
  readonly remainder: readonly Remainder[];
  /** Much money only. */
  readonly much?: true;
  readonly sign?: Sign;
  readonly milderThan?: string;
}

const LARGE = formatMoney(PASS_THROUGH.large);
const SMALL = formatMoney(PASS_THROUGH.small);
const KEPT = percent(PASS_THROUGH.kept);
const SLICE = `từ ${KEPT} đến dưới ${percent(PASS_THROUGH.nothing)}`;
const EVEN = `${PASS_THROUGH.evenMonths} tháng trở lên, tháng nào cũng giữ lại một phần như nhau (lệch không quá ${PASS_THROUGH.spread * 100} điểm phần trăm)`;
const HOURS = `${PASS_THROUGH.hours / 60} giờ`;

/**
 * Gravest first: of several stretches the one that meets the first row counts. Honest agents, shops and farms pay within
 * hours too, but what they keep differs from month to month; whoever passes others' money on keeps the same slice of it.
 */
const ROWS = {
  PASS_THROUGH_AT_ONCE: {
    question: `Từ ${SMALL} tiền vào, có ${SLICE} được chuyển đi trong vòng ${PASS_THROUGH.minutes} phút, các tháng như nhau?`,
    pace: ['minutes'],
    evenness: ['even', 'short'],
    remainder: ['slice'],
    sign: 'grave',
  },
  PASS_THROUGH_WITHIN_THE_HOUR: {
    question: `Từ ${SMALL} tiền vào, có ${SLICE} được chuyển đi trong vòng ${PASS_THROUGH.hour} phút, các tháng như nhau?`,
    pace: ['minutes', 'hour'],
    evenness: ['even', 'short'],
    remainder: ['slice'],
    sign: 'grave',
    milderThan: 'PASS_THROUGH_AT_ONCE',
  },
  PASS_THROUGH_EVEN_WITHIN_HOURS: {
    question: `Từ ${LARGE} tiền vào, có ${SLICE} được chuyển đi trong vòng ${HOURS}, qua ${EVEN}?`,
    pace: ['minutes', 'hour', 'hours'],
    evenness: ['even'],
    remainder: ['slice'],
    much: true,
    sign: 'grave',
    milderThan: 'PASS_THROUGH_WITHIN_THE_HOUR',
  },
  PASS_THROUGH_EVEN: {
    question: `Từ ${LARGE} tiền vào, có ${SLICE} được chuyển đi, nhanh hay chậm, qua ${EVEN}?`,
    evenness: ['even'],
    remainder: ['slice'],
    much: true,
    sign: 'bad',
    milderThan: 'PASS_THROUGH_EVEN_WITHIN_HOURS',
  },
  PASS_THROUGH_BRIEFLY: {
    question: `Từ ${SMALL} tiền vào của một đến ba tháng, có ${SLICE} được chuyển đi trong vòng ${HOURS}, các tháng như nhau?`,
    pace: ['minutes', 'hour', 'hours'],
    evenness: ['short'],
    remainder: ['slice'],
    sign: 'bad',
    milderThan: 'PASS_THROUGH_EVEN_WITHIN_HOURS',
  },
  PASS_THROUGH_BRIEFLY_UNTIMED: {
    question: `Từ ${LARGE} tiền vào của ba tháng, có ${SLICE} được chuyển đi, các tháng như nhau, không rõ lưu lại bao lâu?`,
    pace: ['untold'],
    evenness: ['short'],
    remainder: ['slice'],
    much: true,
    milderThan: 'PASS_THROUGH_BRIEFLY',
  },
  PASS_THROUGH_WITHIN_HOURS: {
    question: `Từ ${SMALL} tiền vào, có từ ${KEPT} được chuyển đi trong vòng ${HOURS}, các tháng khác nhau hoặc không giữ lại gì?`,
    pace: ['minutes', 'hour', 'hours'],
    remainder: ['slice', 'nothing'],
    milderThan: 'PASS_THROUGH_BRIEFLY',
  },
} as const satisfies Readonly<Record<string, Row>>;

const TABLE: readonly Row[] = Object.values(ROWS);

function meets({ pace, evenness, remainder, volume }: PassThrough, row: Row): boolean {
  if (volume === 'little' || (row.much === true && volume !== 'much')) return false;
  if (row.pace && !row.pace.includes(pace)) return false;
  if (row.evenness && !row.evenness.includes(evenness)) return false;
  return row.remainder.includes(remainder);
}

/** The first stretch that meets a row. A dependent unit's account is swept into its parent's and says nothing. */
const firstOf = ({ stretches, facts }: CompanyProfile, row: Row): PassThrough | undefined =>
  isDependentUnit(facts) ? undefined : stretches.find((stretch) => meets(stretch, row));

type PassEvidence = ThroughEvidence & { readonly leastOutShare: number; readonly mostOutShare: number };

function passes(row: Row): RuleRecord<PassEvidence> {
  const graver = TABLE.slice(0, TABLE.indexOf(row));
  return rule<PassEvidence>({
    version: 4,
    kind: 'money',
    sender: 'bank',
    question: row.question,
    legalBasis: `${SIGNS_OF_MONEY}; thời gian, tỷ lệ là ${PRACTICE}`,
    fact: 'pass-through',
    ...(row.sign && { sign: row.sign }),
    ...(row.milderThan !== undefined && { milderThan: row.milderThan }),
    needs: ({ stretches }) => stretches.length > 0,
    evaluate: (reading) => {
      const stretch = firstOf(reading, row);
      if (!stretch || graver.some((other) => firstOf(reading, other) !== undefined)) return undefined;
      return {
        ...throughEvidence(stretch, banksOf(reading, stretch.accountRef)),
        leastOutShare: roundedShare(stretch.leastOutShare),
        mostOutShare: roundedShare(stretch.mostOutShare),
      };
    },
    message: (evidence) =>
      `${throughMessage(evidence)} Tháng ít nhất chuyển đi ${percent(evidence.leastOutShare)}, nhiều nhất ${percent(evidence.mostOutShare)}.`,
  });
}

/** How money went through: a row of the table each. */
export const PASS_THROUGH_RULES = {
  PASS_THROUGH_AT_ONCE: passes(ROWS.PASS_THROUGH_AT_ONCE),
  PASS_THROUGH_WITHIN_THE_HOUR: passes(ROWS.PASS_THROUGH_WITHIN_THE_HOUR),
  PASS_THROUGH_EVEN_WITHIN_HOURS: passes(ROWS.PASS_THROUGH_EVEN_WITHIN_HOURS),
  PASS_THROUGH_EVEN: passes(ROWS.PASS_THROUGH_EVEN),
  PASS_THROUGH_BRIEFLY: passes(ROWS.PASS_THROUGH_BRIEFLY),
  PASS_THROUGH_BRIEFLY_UNTIMED: passes(ROWS.PASS_THROUGH_BRIEFLY_UNTIMED),
  PASS_THROUGH_WITHIN_HOURS: passes(ROWS.PASS_THROUGH_WITHIN_HOURS),
} satisfies Readonly<Record<keyof typeof ROWS, RuleRecord>>;
