import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { parseMoney } from '#shared/domain/vietnamese/money.ts';
import { parsePeriod } from '#shared/domain/vietnamese/periods.ts';
import type { RegistrationChange, ChangeKind, CompanyFacts, Signal } from './company-facts.ts';
import { unfavourableRows } from './unfavourable-rows.ts';

/** The facts of the activities feed about one company by kind, the oldest first. */
export type FoldedSignals = Pick<
  CompanyFacts,
  | 'changes'
  | 'contributions'
  | 'reportRequests'
  | 'returns'
  | 'invoices'
  | 'insured'
  | 'inspections'
  | 'taxStatuses'
  | 'legalStatuses'
  | 'authorisationDeniedOn'
  | 'unfavourable'
>;

const CHANGES: Readonly<Record<string, ChangeKind>> = {
  NGUOI_DAI_DIEN: 'representative',
  DIA_CHI: 'address',
  VON: 'capital',
  TEN: 'name',
};

/**
 * Sorts a company's signals into facts as they stood on `asOf`; later ones have not happened yet. Identical rows count
 * once. Of rows for one period the latest counts, and of those of one date the larger. Contributions are added up. A
 * change that the registration's versions also show (`versionChanges`) counts once. The order of rows does not matter.
 */
export function foldSignals(
  signals: readonly Signal[],
  versionChanges: readonly RegistrationChange[],
  asOf: IsoDate,
): FoldedSignals {
  const rows = distinct(signals).filter(({ on }) => on <= asOf);
  const of = (kind: Signal['kind']) => rows.filter((row) => row.kind === kind);
  const denied = of('TU_CHOI_UY_QUYEN')[0];
  const [filed, invoiced] = [datedSignals(of('TO_KHAI_THUE')), datedSignals(of('HOA_DON'))];
  const counts = of('BHXH').map(({ on, value }) => ({ on, count: amountOf(value) }));
  const visits = of('KIEM_TRA_TRU_SO').map(({ on, value }) => ({ on, found: value === 'CO_HOAT_DONG' }));
  const latest = {
    returns: returnsOf(ofPeriods(filed, isLater)),
    invoices: invoicesOf(ofPeriods(invoiced, isLater)),
    insured: ofDays(counts, Math.max),
    inspections: visitsOf(visits),
    taxStatuses: of('TRANG_THAI_THUE').map(({ on, value }) => taxStatus(on, value ?? '')),
  };
  const unfavourable = unfavourableRows(latest, {
    returns: returnsOf(ofPeriods(filed, isLess)),
    invoices: invoicesOf(ofPeriods(invoiced, isMore)),
    insured: ofDays(counts, Math.min),
    missed: visitsOf(visits.filter(({ found }) => !found)),
  });
  return {
    changes: foldChanges(of('THAY_DOI'), versionChanges, asOf),
    contributions: of('GOP_VON').map(({ on, value }) => ({ on, amount: amountOf(value) })),
    reportRequests: [...new Set(of('YEU_CAU_BAO_CAO').map(({ on }) => on))],
    ...latest,
    legalStatuses: of('TRANG_THAI_PHAP_LY').map(({ on, value }) => ({ on, code: value ?? '' })),
    authorisationDeniedOn: denied?.on,
    ...(unfavourable && { unfavourable }),
  };
}

/** Sorts by day and then by value, so that of two statuses of one day the graver code comes last and counts. */
function distinct(signals: readonly Signal[]): Signal[] {
  const byText = new Map(signals.map((row) => [`${row.on} ${row.kind} ${row.value ?? ''} ${row.note ?? ''}`, row]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Counts of one day are by different offices or before and after a correction: the largest holds, whatever its digits. */
function ofDays(counts: CompanyFacts['insured'], choose: (one: number, other: number) => number) {
  const byDay = new Map<IsoDate, number>();
  for (const { on, count } of counts) byDay.set(on, choose(count, byDay.get(on) ?? count));
  return [...byDay].map(([on, count]) => ({ on, count }));
}

/** A company that one visit of a day found was there, so another visit of that day that found nobody says nothing. */
function visitsOf(visits: CompanyFacts['inspections']): CompanyFacts['inspections'] {
  const foundOn = new Set(visits.filter(({ found }) => found).map(({ on }) => on));
  return [...new Set(visits.map(({ on }) => on))].map((on) => ({ on, found: foundOn.has(on) }));
}

function foldChanges(
  rows: readonly Signal[],
  versionChanges: readonly RegistrationChange[],
  asOf: IsoDate,
): RegistrationChange[] {
  const signalled = rows.flatMap(({ on, value }) => {
    const kind = CHANGES[value ?? ''];
    return kind ? [{ kind, on }] : [];
  });
  const all = [...signalled, ...versionChanges.filter(({ on }) => on <= asOf)];
  const byText = new Map(all.map((change) => [`${change.on} ${change.kind}`, change]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}

interface DatedSignal {
  readonly period: string;
  readonly on: IsoDate;
  readonly amount: number | undefined;
}

const datedSignals = (rows: readonly Signal[]): DatedSignal[] =>
  rows.map(({ on, value, note }) => ({
    period: parsePeriod(note ?? '') ?? on.slice(0, 7),
    on,
    amount: parseMoney(value ?? ''),
  }));

type Replaces = (row: DatedSignal, held: DatedSignal) => boolean;

const isMore: Replaces = (row, held) => (row.amount ?? -1) > (held.amount ?? -1);
const isLess: Replaces = (row, held) => (row.amount ?? Infinity) < (held.amount ?? Infinity);
const isLater: Replaces = (row, held) => row.on > held.on || (row.on === held.on && isMore(row, held));

function ofPeriods(rows: readonly DatedSignal[], replaces: Replaces): DatedSignal[] {
  const byPeriod = new Map<string, DatedSignal>();
  for (const row of rows) {
    const held = byPeriod.get(row.period);
    if (!held || replaces(row, held)) byPeriod.set(row.period, row);
  }
  return [...byPeriod.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}

const returnsOf = (filed: readonly DatedSignal[]): CompanyFacts['returns'] =>
  filed.map(({ period, on, amount }) => ({ period, filedOn: on, revenue: amount }));
const invoicesOf = (invoiced: readonly DatedSignal[]): CompanyFacts['invoices'] =>
  invoiced.map(({ period, on, amount }) => ({ period, on, total: amount }));

function taxStatus(on: IsoDate, value: string): CompanyFacts['taxStatuses'][number] {
  const [code = '', sub] = value.split('-');
  return sub ? { on, code, sub: value } : { on, code };
}

const amountOf = (value: string | undefined): number => parseMoney(value ?? '') ?? 0;
