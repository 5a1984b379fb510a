import type { CompanyColumns } from './company-columns.ts';
import { gapWeight, isOnePerson } from './hub.ts';
import type { SetTie } from './ring.ts';

/**
 * Leaves out the weak members of a set: companies without a bad sign that share only one value, which is no person, and
 * that were registered at another time, such as one that mistyped a phone. `byDay` are the set's companies in order of
 * registration.
 */
export function withoutWeakMembers(
  byDay: readonly number[],
  ties: readonly SetTie[],
  columns: CompanyColumns,
): { readonly byDay: readonly number[]; readonly ties: readonly SetTie[] } {
  const held = new Map<number, number>();
  for (const { kind, companies } of ties) {
    // A person is not shared by a typing error, as a phone or an e-mail may be.
    const threads = isOnePerson(kind) ? 2 : 1;
    for (const index of companies) held.set(index, (held.get(index) ?? 0) + threads);
  }
  const usualGap = columns.spanDays / byDay.length;
  const weakMembers = new Set(
    byDay.filter(
      (index, place) =>
        held.get(index) === 1 &&
        (columns.weight[index] ?? 0) < 0 &&
        gapWeight(nearestGap(byDay, place, columns.day), usualGap) < 0,
    ),
  );
  if (weakMembers.size === 0) return { byDay, ties };
  const left = ties.map((tie) => ({ ...tie, companies: tie.companies.filter((index) => !weakMembers.has(index)) }));
  return {
    byDay: byDay.filter((index) => !weakMembers.has(index)),
    ties: left.filter(({ companies }) => companies.length > 1),
  };
}

const nearestGap = (byDay: readonly number[], place: number, day: Int32Array): number => {
  const dayAt = (at: number): number => day[byDay[at] ?? -1] ?? Number.POSITIVE_INFINITY;
  return Math.min(Math.abs(dayAt(place) - dayAt(place - 1)), Math.abs(dayAt(place + 1) - dayAt(place)));
};
