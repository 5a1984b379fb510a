import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import type { Flow, FlowOfMonth, Pace } from './company-facts.ts';
import { finestOnly } from './finest-only.ts';

/** One account's flows by month, with the days and weeks from which they were added up. */
export interface FoldedFlows {
  readonly flows: readonly FlowOfMonth[];
  readonly paces: readonly Pace[];
}

/**
 * Adds days and weeks up to months, the oldest first. A finer period replaces a coarser one of the same time: days a
 * week, and anything finer a month. A week counts in the month of its Thursday, which has most of its days. Of two rows
 * for one period the larger counts, so that their order does not matter.
 */
export function foldFlows(rows: readonly Flow[]): FoldedFlows {
  const byPeriod = new Map<string, Flow>();
  for (const row of rows) {
    const held = byPeriod.get(row.period);
    if (!held || largerFirst(row, held) < 0) byPeriod.set(row.period, row);
  }
  const finer = finestOnly([...byPeriod.values()].filter(({ period }) => !isMonth(period)));
  const months = Map.groupBy(finer, ({ period }) => monthOf(period));
  for (const row of byPeriod.values())
    if (isMonth(row.period) && !months.has(row.period)) months.set(row.period, [row]);
  return {
    flows: [...months].map(([month, parts]) => addedUp(month, parts)).sort(byPlace),
    paces: finer.map((row) => ({ ...row, ...daysOfPeriod(row.period) })).sort((a, b) => ascending(a.from, b.from)),
  };
}

const isMonth = (period: string): boolean => period.length === 7;

const monthOf = (period: string): string => {
  const { from, to } = daysOfPeriod(period);
  return (from === to ? from : addDays(from, 3)).slice(0, 7);
};

function addedUp(period: string, parts: readonly Flow[]): FlowOfMonth {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return { ...only, period };
  const counted = parts.every(({ transactions }) => transactions !== undefined);
  return {
    period,
    credit: sumOf(parts, ({ credit }) => credit),
    debit: sumOf(parts, ({ debit }) => debit),
    untold: parts.find(({ untold }) => untold !== undefined)?.untold,
    transactions: counted ? sumOf(parts, ({ transactions }) => transactions ?? 0) : undefined,
    medianHoldMinutes: middleOf(parts),
    foreignIpShare: foreignShareOf(parts, counted),
    foreignIpOf: foreignCountOf(parts, counted),
    // One person may pay on several days
    payers: undefined,
    shareOfIndividuals: individualsOf(parts),
  } satisfies Record<keyof FlowOfMonth, unknown>;
}

const sumOf = <T>(parts: readonly T[], of: (part: T) => number): number => {
  let sum = 0;
  for (const part of parts) sum += of(part);
  return sum;
};

/** The lower median of the parts' medians, weighted by credit. */
function middleOf(parts: readonly Flow[]): number | undefined {
  const known = parts
    .flatMap(({ medianHoldMinutes: minutes, credit }) => (minutes === undefined ? [] : [{ minutes, credit }]))
    .sort((a, b) => a.minutes - b.minutes);
  const half = sumOf(known, ({ credit }) => credit) / 2;
  let passed = 0;
  for (const { minutes, credit } of known) {
    passed += credit;
    if (passed >= half) return minutes;
  }
  return undefined;
}

/** Averages the share by transactions or, where not all are counted, by money. */
function foreignShareOf(parts: readonly Flow[], counted: boolean): number | undefined {
  const known = parts.filter(({ foreignIpShare }) => foreignIpShare !== undefined);
  if (known.length === 0) return undefined;
  const weight = (part: Flow) => (counted ? (part.transactions ?? 0) : part.credit);
  const all = sumOf(known, weight);
  if (all === 0) return Math.max(...known.map(({ foreignIpShare }) => foreignIpShare ?? 0));
  return sumOf(known, (part) => weight(part) * (part.foreignIpShare ?? 0)) / all;
}

/** The number of transactions of which the share is known; undefined where it is of all or of none, or where not all are counted. */
function foreignCountOf(parts: readonly Flow[], counted: boolean): number | undefined {
  const known = parts.filter(({ foreignIpShare }) => foreignIpShare !== undefined);
  if (!counted || known.length === 0 || known.length === parts.length) return undefined;
  return sumOf(known, ({ transactions }) => transactions ?? 0);
}

/** Averages the share by the money of the parts; undefined where one of them does not say it. */
function individualsOf(parts: readonly Flow[]): number | undefined {
  const known = parts.filter(({ shareOfIndividuals }) => shareOfIndividuals !== undefined);
  const credit = sumOf(parts, (part) => part.credit);
  if (known.length < parts.length || credit === 0) return undefined;
  return sumOf(known, (part) => part.credit * (part.shareOfIndividuals ?? 0)) / credit;
}

const largerFirst = (a: Flow, b: Flow): number =>
  b.credit - a.credit ||
  b.debit - a.debit ||
  (b.transactions ?? -1) - (a.transactions ?? -1) ||
  (b.medianHoldMinutes ?? -1) - (a.medianHoldMinutes ?? -1) ||
  (b.foreignIpShare ?? -1) - (a.foreignIpShare ?? -1) ||
  (b.payers ?? -1) - (a.payers ?? -1) ||
  (b.shareOfIndividuals ?? -1) - (a.shareOfIndividuals ?? -1);

const byPlace = (a: Flow, b: Flow): number => ascending(a.period, b.period);
