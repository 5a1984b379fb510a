import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { ruleOf } from '#shared/domain/risk/rules/all-rules.ts';
import { type BankNoticeOutcome, type FlagOutcome, type CaseOutcome, caseOutcome } from '../case-outcome.ts';
import { type OutcomeFact, inOrderOfEvents } from '../outcome-fact.ts';
import { addBankNotice, bankFigures, type BankTally } from './bank-tally.ts';
import { countEvents, NO_EVENTS } from './count-events.ts';
import { clockTally } from './clock-counts.ts';
import {
  AGE_BANDS,
  distributionOf,
  type FlagCounts,
  type FlagStatus,
  type MonthFigures,
  type OutcomeFigures,
  type ReportPeriod,
} from './outcome-figures.ts';
import { firstMoneyOn, moneyAround, NO_MONEY } from './money-around.ts';
import { communeToday } from './territory.ts';

const DAYS = [
  'moneyToFlag',
  'flagToBank',
  'moneyToBank',
  'bankToAnswer',
  'flagToDecision',
  'flagToCleared',
  'proposalToNotified',
] as const;
type DaysOf = (typeof DAYS)[number];

/** The fact that a rule asks about, as reports count it. */
function reportedFactOf(code: string): string | undefined {
  const known = ruleOf(code);
  return known?.reportedAs ?? known?.fact;
}

type WritableFlagCounts = { -readonly [K in keyof FlagCounts]: number };
type WritableMonth = { -readonly [K in keyof MonthFigures]: number };

/** Counts a period's cases one by one and keeps only the counts, so that a year needs little memory. */
export function tallyOf(period: ReportPeriod) {
  const banks = new Map<string, BankTally>();
  const days = Object.fromEntries(DAYS.map((name) => [name, new Array<number>()]));
  const tables = {
    byCommune: new Map<string, WritableFlagCounts>(),
    byTrade: new Map<string, WritableFlagCounts>(),
    byRule: new Map<string, WritableFlagCounts>(),
  };
  const pendingByAge = [...AGE_BANDS.map(() => 0), 0];
  const byMonth = new Map<string, WritableMonth>();
  const byRuleSet = new Map<string, number>();
  const byFact = new Map<string, number>();
  const byReasonCode = new Map<string, number>();
  const flags = noFlags();
  const events = { ...NO_EVENTS };
  const money = { ...NO_MONEY, flagsWithMoney: 0 };
  const clocks = clockTally(period.to);
  const recovered: { bank?: number; police?: number } = {};
  let cases = 0;

  const isIn = (on: IsoDate) => on >= period.from && on <= period.to;
  const took = (name: DaysOf, from: IsoDate | undefined, to: IsoDate | undefined) => {
    if (from !== undefined && to !== undefined && to >= from) days[name]?.push(daysBetween(from, to));
  };
  const monthOf = (on: IsoDate): WritableMonth => {
    const month = on.slice(0, 7);
    const counts = byMonth.get(month) ?? { flagged: 0, notifiedBanks: 0, confirmed: 0, dismissed: 0, overturned: 0 };
    byMonth.set(month, counts);
    return counts;
  };

  const addFlag = (flag: FlagOutcome, isFirst: boolean, caseId: CaseOutcome, notifiedOn: IsoDate | undefined) => {
    const status = flagStatusOf(flag);
    const overturned = flag.decisions.some(({ overturns }) => overturns);
    const { commune, trade } = flag;
    const counted: [Map<string, WritableFlagCounts>, string][] = [
      [tables.byCommune, commune === undefined ? '' : communeToday(commune, flag.communeSince)],
      [tables.byTrade, trade?.slice(0, 2) ?? ''],
      ...flag.rules.map((rule): [Map<string, WritableFlagCounts>, string] => [tables.byRule, rule]),
    ];
    for (const counts of [flags, ...counted.map(([table, key]) => countsAt(table, key))]) {
      counts.flagged += 1;
      counts[status] += 1;
      if (overturned) counts.overturned += 1;
    }
    incrementAttribute(byRuleSet, flag.ruleSet ?? '');
    for (const fact of new Set(flag.rules.flatMap((code) => reportedFactOf(code) ?? [])))
      incrementAttribute(byFact, fact);
    if (status === 'pending') {
      const age = daysBetween(flag.flaggedOn, period.to);
      const band = AGE_BANDS.filter((last) => age > last).length;
      pendingByAge[band] = (pendingByAge[band] ?? 0) + 1;
    }
    took('flagToDecision', flag.flaggedOn, flag.decisions[0]?.on);
    took('flagToCleared', flag.flaggedOn, clearedOn(flag));
    took('flagToBank', flag.flaggedOn, notifiedOn);
    clocks.addFlag(flag);
    if (isFirst) addMoney(flag, caseId, notifiedOn);
  };

  const addMoney = ({ flaggedOn }: FlagOutcome, { months }: CaseOutcome, notifiedOn: IsoDate | undefined) => {
    if (months.length === 0) return;
    const around = moneyAround(months, flaggedOn, notifiedOn);
    money.flagsWithMoney += 1;
    money.before += around.before;
    money.between += around.between;
    money.after += around.after;
    money.undivided += around.undivided;
    const first = firstMoneyOn(months, period.to);
    took('moneyToFlag', first, flaggedOn);
    took('moneyToBank', first, notifiedOn);
  };

  const addNotice = (notice: BankNoticeOutcome) => {
    addBankNotice(banks, notice, period.to);
    for (const code of new Set(notice.reasonCodes)) incrementAttribute(byReasonCode, String(code));
    took('bankToAnswer', notice.notifiedOn, notice.answeredOn);
    took('proposalToNotified', notice.proposedOn, notice.notifiedOn);
    clocks.addNotice(notice);
    monthOf(notice.notifiedOn).notifiedBanks += 1;
  };

  return {
    /** Adds all facts of one case, including those before the period. */
    add(facts: readonly OutcomeFact[]): void {
      if (facts.some(({ kind, on }) => kind !== 'money' && isIn(on))) cases += 1;
      countEvents(facts, isIn, events);
      clocks.addAsked(facts, isIn);
      for (const { by, amount } of lastRecovered(facts, isIn)) recovered[by] = (recovered[by] ?? 0) + amount;
      const caseId = caseOutcome(facts, period.to);
      const inPeriod = caseId.flags.filter(({ flaggedOn }) => isIn(flaggedOn));
      for (const [n, flag] of inPeriod.entries()) {
        addFlag(flag, n === 0, caseId, firstNotifiedOn(flag, caseId));
        monthOf(flag.flaggedOn).flagged += 1;
      }
      for (const { on, outcome, overturns } of caseId.flags.flatMap(({ decisions }) => decisions)) {
        if (!isIn(on)) continue;
        monthOf(on)[outcome] += 1;
        if (overturns) {
          monthOf(on).overturned += 1;
          events.overturned += 1;
        }
      }
      for (const notice of caseId.bankNotices) if (isIn(notice.notifiedOn)) addNotice(notice);
      events.notifiedBanks += caseId.bankNotices.filter(({ notifiedOn }) => isIn(notifiedOn)).length;
    },

    figures(): OutcomeFigures {
      const distribution = (name: DaysOf) => distributionOf(days[name] ?? []);
      return {
        period,
        cases,
        events,
        flags,
        byMonth: sorted(byMonth),
        pendingByAge,
        byCommune: sorted(tables.byCommune),
        byTrade: sorted(tables.byTrade),
        byRule: sorted(tables.byRule),
        byFact: sorted(byFact),
        byRuleSet: sorted(byRuleSet),
        byBank: sorted(new Map([...banks].map(([bank, tally]) => [bank, bankFigures(tally)]))),
        byReasonCode: sorted(byReasonCode),
        days: {
          moneyToFlag: distribution('moneyToFlag'),
          flagToBank: distribution('flagToBank'),
          moneyToBank: distribution('moneyToBank'),
          bankToAnswer: distribution('bankToAnswer'),
          flagToDecision: distribution('flagToDecision'),
          flagToCleared: distribution('flagToCleared'),
          proposalToNotified: distribution('proposalToNotified'),
        },
        money,
        recovered,
        clocks: clocks.counts,
      };
    },
  };
}

/** The status of a flag by its last decision, or `fell` where it ended without one. */
export function flagStatusOf({ decisions, withdrawnOn }: FlagOutcome): FlagStatus {
  const last = decisions.at(-1);
  if (last) return last.outcome;
  return withdrawnOn === undefined ? 'pending' : 'fell';
}

const clearedOn = ({ decisions, withdrawnOn }: FlagOutcome): IsoDate | undefined => {
  const dismissed = decisions.find(({ outcome }) => outcome === 'dismissed')?.on;
  return [dismissed, withdrawnOn].filter((day) => day !== undefined).sort()[0];
};

/** The day on which the first bank was notified after the flag and before the next flag of the case. */
function firstNotifiedOn({ flaggedOn }: FlagOutcome, { flags, bankNotices }: CaseOutcome): IsoDate | undefined {
  const next = flags.find((other) => other.flaggedOn > flaggedOn)?.flaggedOn;
  return bankNotices
    .map(({ notifiedOn }) => notifiedOn)
    .filter((on) => on >= flaggedOn && (next === undefined || on < next))
    .sort()[0];
}

const noFlags = (): WritableFlagCounts => ({
  flagged: 0,
  confirmed: 0,
  dismissed: 0,
  fell: 0,
  pending: 0,
  overturned: 0,
});

function countsAt(table: Map<string, WritableFlagCounts>, key: string): WritableFlagCounts {
  const counts = table.get(key) ?? noFlags();
  table.set(key, counts);
  return counts;
}

const incrementAttribute = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

const sorted = <T>(table: ReadonlyMap<string, T>): Record<string, T> =>
  Object.fromEntries([...table].sort(([a], [b]) => (a < b ? -1 : 1)));

/** What each receiver of a notice last said in the period of money recovered: a later answer has the sum of all. */
function lastRecovered(facts: readonly OutcomeFact[], isIn: (on: IsoDate) => boolean) {
  const last = new Map<string, { readonly by: 'bank' | 'police'; readonly amount: number }>();
  for (const { by, noticeId = '', on, recovered: amount } of inOrderOfEvents(facts))
    if (amount !== undefined && isIn(on) && (by === 'bank' || by === 'police')) last.set(noticeId, { by, amount });
  return last.values();
}
