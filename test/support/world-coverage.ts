import { type Coverage, type Heard, SIGNAL_KINDS, type SignalKind } from '#shared/domain/risk/facts/company-facts.ts';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import type { Row } from './world-rows.ts';

/** Kinds that a company's own tax office sends. */
const OF_THE_OFFICE: readonly SignalKind[] = ['TO_KHAI_THUE', 'HOA_DON'];
/** Of companies of a place that send nothing, so few can't be chance. */
const FEW_OF_THEM = 0.05;

/**
 * What a world listened to of one company: days by kind over all rows; returns and invoices only where companies of its
 * place send any.
 * @param placeOf the company's district of the time before July 2025
 */
export function worldCoverage(
  activities: readonly Row[],
  flows: readonly Row[],
  places: ReadonlyMap<string, string>,
): (enterpriseCode: string) => Pick<Coverage, 'signals' | 'flows'> {
  const signals = heardBy(activities, (row) => row['kind'] ?? '', 'date');
  const banks = heardBy(flows, (row) => findInstitution(row['bank'] ?? '')?.id ?? '', 'period');
  const told = new Set<string>();
  for (const row of activities)
    if (OF_THE_OFFICE.some((kind) => kind === row['kind'])) told.add((row['enterpriseCode'] ?? '').padStart(10, '0'));
  const count = new Map<string, { all: number; told: number }>();
  for (const [code, place] of places) {
    const one = count.get(place) ?? { all: 0, told: 0 };
    count.set(place, { all: one.all + 1, told: one.told + (told.has(code) ? 1 : 0) });
  }
  const isSilent = (place: string) => {
    const { all, told: some } = count.get(place) ?? { all: 0, told: 0 };
    return all > 0 && some < all * FEW_OF_THEM;
  };
  return (code) => {
    const place = places.get(code);
    const silent = place !== undefined && isSilent(place);
    const heard = SIGNAL_KINDS.filter((kind) => signals.has(kind) && !(silent && OF_THE_OFFICE.includes(kind)));
    return {
      signals: Object.fromEntries(heard.map((kind) => [kind, signals.get(kind)])),
      flows: Object.fromEntries(banks),
    };
  };
}

function heardBy(rows: readonly Row[], keyOf: (row: Row) => string, dated: 'date' | 'period'): Map<string, Heard> {
  const heard = new Map<string, Heard>();
  for (const row of rows) {
    const key = keyOf(row);
    const text = row[dated] ?? '';
    const [from, to] = dated === 'date' ? [parseDate(text) ?? '', parseDate(text) ?? ''] : [`${text}-01`, `${text}-28`];
    if (key === '' || from === '') continue;
    const known = heard.get(key);
    heard.set(key, {
      from: known && known.from < from ? known.from : from,
      to: known && known.to > to ? known.to : to,
    });
  }
  return heard;
}
