import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeKind } from '../outcome-fact.ts';
import type { ClockCounts } from './clock-counts.ts';
import type { Distribution } from './distribution.ts';
import type { MoneyAround } from './money-around.ts';

/** Both days included. */
export interface ReportPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What happened on the days of the period, whenever the flag was: a fact is counted once. */
export type EventCounts = Readonly<
  Record<
    Exclude<OutcomeKind, 'money' | 'notified' | 'answered'> | 'notifiedBanks' | 'acted' | 'rejected' | 'overturned',
    number
  >
>;

/** How a flag stands at the end of the period. `fell`: withdrawn because its reasons fell, undecided. */
export const FLAG_STATUSES = ['confirmed', 'dismissed', 'fell', 'pending'] as const;
export type FlagStatus = (typeof FLAG_STATUSES)[number];

/** Flags of the period, by how they stand at its end. */
export type FlagCounts = Readonly<Record<FlagStatus | 'flagged' | 'overturned', number>>;

export interface BankFigures {
  /** Notices told in the period, each account's once for each time that it was told anew. */
  readonly notified: number;
  readonly acknowledged: number;
  readonly acted: number;
  readonly rejected: number;
  /** Notices that ended before the bank answered. */
  readonly endedUnanswered: number;
  readonly unanswered: number;
  /** Of all told: not acknowledged in the agreed time; not answered in it. */
  readonly lateAcknowledged: number;
  readonly lateAnswered: number;
  readonly daysToAcknowledge: Distribution;
  readonly daysToAnswer: Distribution;
}

export interface MonthFigures {
  readonly flagged: number;
  readonly notifiedBanks: number;
  readonly confirmed: number;
  readonly dismissed: number;
  readonly overturned: number;
}

/** What the ledger says of a period. Everything here is a count, a day or a sum that its facts give again. */
export interface OutcomeFigures {
  readonly period: ReportPeriod;
  /** Matters of which anything happened in the period: 0 says that there are no figures. */
  readonly cases: number;
  readonly events: EventCounts;
  readonly flags: FlagCounts;
  readonly byMonth: Readonly<Record<string, MonthFigures>>;
  /** By the code of today's commune; `` where it isn't known, `split` where it went into several. */
  readonly byCommune: Readonly<Record<string, FlagCounts>>;
  /** By VSIC division (two digits); `` where it isn't known. */
  readonly byTrade: Readonly<Record<string, FlagCounts>>;
  readonly byRule: Readonly<Record<string, FlagCounts>>;
  /** Flags of the period by the fact that a rule asks about; a flag counts once for each fact. */
  readonly byFact: Readonly<Record<string, number>>;
  readonly byRuleSet: Readonly<Record<string, number>>;
  readonly byBank: Readonly<Record<string, BankFigures>>;
  /** Notices told in the period by the State Bank's code; one notice may have several. */
  readonly byReasonCode: Readonly<Record<string, number>>;
  readonly days: {
    readonly moneyToFlag: Distribution;
    readonly flagToBank: Distribution;
    readonly moneyToBank: Distribution;
    readonly bankToAnswer: Distribution;
    readonly flagToDecision: Distribution;
    /** To the first dismissal or withdrawal. */
    readonly flagToCleared: Distribution;
    readonly proposalToNotified: Distribution;
  };
  readonly money: MoneyAround & { readonly flagsWithMoney: number };
  /** Of flags and notices of the period and of what people were asked in it, by how the duty stands on its last day. */
  readonly clocks: ClockCounts;
}
