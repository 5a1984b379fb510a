import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeKind } from '../outcome-fact.ts';
import type { ClockCounts } from './clock-counts.ts';
import type { MoneyAround } from './money-around.ts';

/** The distribution of days (or any whole numbers) over several cases; its figures are undefined where there is no case. */
export interface Distribution {
  readonly count: number;
  readonly median: number | undefined;
  /** The value that nine in ten cases did not exceed. */
  readonly p90: number | undefined;
  readonly most: number | undefined;
}

/** The lower median, so that each figure is a value that occurred. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return { count: sorted.length, median: at(0.5), p90: at(0.9), most: at(1) };
}

/** A period with both days included. */
export interface ReportPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Counts of facts on the days of the period, each once, whatever the day of their flag. */
export type EventCounts = Readonly<
  Record<
    Exclude<OutcomeKind, 'money' | 'notified' | 'answered'> | 'notifiedBanks' | 'acted' | 'rejected' | 'overturned',
    number
  >
>;

/**
 * The status of a flag at the end of the period. `fell` means that it was withdrawn without a decision because its
 * reasons ended.
 */
export const FLAG_STATUSES = ['confirmed', 'dismissed', 'fell', 'pending'] as const;
export type FlagStatus = (typeof FLAG_STATUSES)[number];

/** The flags of the period by their status at its end. */
export type FlagCounts = Readonly<Record<FlagStatus | 'flagged' | 'overturned', number>>;

export interface BankFigures {
  /** The notices sent in the period; an account's notice counts again each time it is issued again. */
  readonly notified: number;
  readonly acknowledged: number;
  readonly acted: number;
  readonly rejected: number;
  /** Notices that ended before the bank answered. */
  readonly endedUnanswered: number;
  readonly unanswered: number;
  /** The notices that were not acknowledged, or not answered, in the agreed time. */
  readonly lateAcknowledged: number;
  readonly lateAnswered: number;
  readonly daysToAcknowledge: Distribution;
  readonly daysToAnswer: Distribution;
}

/** The last day of each band of ages but the last one. */
export const AGE_BANDS = [30, 60, 90] as const;

export interface MonthFigures {
  readonly flagged: number;
  readonly notifiedBanks: number;
  readonly confirmed: number;
  readonly dismissed: number;
  readonly overturned: number;
}

export type RecoveredMoney = Readonly<Partial<Record<'bank' | 'police', number>>>;

/** The ledger's figures of a period. Each is a count, a day or a sum that can be computed again from its facts. */
export interface OutcomeFigures {
  readonly period: ReportPeriod;
  /** The number of cases with any fact in the period; 0 means that there are no figures. */
  readonly cases: number;
  readonly events: EventCounts;
  readonly flags: FlagCounts;
  readonly byMonth: Readonly<Record<string, MonthFigures>>;
  /** The undecided flags of the period by their days at its end, in the bands of `AGE_BANDS`. */
  readonly pendingByAge: readonly number[];
  /**
   * The counts by the code of today's commune, which is empty where it isn't known and `split` where the commune was
   * divided.
   */
  readonly byCommune: Readonly<Record<string, FlagCounts>>;
  /** The counts by VSIC division (two digits), which is empty where it isn't known. */
  readonly byTrade: Readonly<Record<string, FlagCounts>>;
  readonly byRule: Readonly<Record<string, FlagCounts>>;
  /** Flags of the period by the fact that a rule asks about; a flag counts once for each fact. */
  readonly byFact: Readonly<Record<string, number>>;
  readonly byRuleSet: Readonly<Record<string, number>>;
  readonly byBank: Readonly<Record<string, BankFigures>>;
  /** The notices sent in the period by the State Bank's code; one notice may have several. */
  readonly byReasonCode: Readonly<Record<string, number>>;
  readonly days: {
    readonly moneyToFlag: Distribution;
    readonly flagToBank: Distribution;
    readonly moneyToBank: Distribution;
    readonly bankToAnswer: Distribution;
    readonly flagToDecision: Distribution;
    /** The days to the first dismissal or withdrawal. */
    readonly flagToCleared: Distribution;
    readonly proposalToNotified: Distribution;
  };
  readonly money: MoneyAround & { readonly flagsWithMoney: number };
  /** The money that banks and the police said in the period was kept back, recovered or returned; absent where nobody said. */
  readonly recovered: RecoveredMoney;
  /** The deadlines of the period's flags, notices and requests to people, by the duty's status on the last day. */
  readonly clocks: ClockCounts;
}
