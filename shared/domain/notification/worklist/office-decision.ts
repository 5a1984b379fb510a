import type { OfficeCorrection } from '#shared/domain/risk/facts/correct-rows.ts';
import type { WorklistEntry } from './worklist-entry.ts';

/**
 * The office's decision on an entry of its worklist: the proposed value is right, another value is right, the matter
 * was dealt with, or nothing is to be done.
 */
export const OFFICE_OUTCOMES = ['accepted', 'changed', 'done', 'refused'] as const;
export type OfficeOutcome = (typeof OFFICE_OUTCOMES)[number];

type WorklistKind = WorklistEntry['kind'];
const PROPOSING: ReadonlySet<WorklistKind> = new Set(['correction', 'conflict', 'repair']);
/** The kinds of entry for which an officer can type the right value. */
const TYPED: ReadonlySet<WorklistKind> = new Set([...PROPOSING, 'address', 'script']);

/**
 * The possible decisions on an entry: only an entry with a proposed value can be accepted, and only one about a value
 * can be changed.
 */
export function outcomesFor({ kind }: Pick<WorklistEntry, 'kind'>): readonly OfficeOutcome[] {
  if (PROPOSING.has(kind)) return ['accepted', 'changed', 'refused'];
  return TYPED.has(kind) ? ['changed', 'refused'] : ['done', 'refused'];
}

/**
 * The fields by which an entry is recognised as an earlier one. The sentence is not among them, because its wording may
 * change.
 */
export const entryKey = ({ kind, field, current, proposed, person }: WorklistEntry) => ({
  kind,
  field,
  current,
  proposed,
  person,
});

/**
 * The correction of the company's rows by a decision; undefined for a refused proposal, a matter that was dealt with,
 * and a repair that was made when the row was read. @param registered the field's present value in the register, which
 * some entries do not contain @param value the value that the officer typed
 */
export function correctionOf(
  entry: Pick<WorklistEntry, 'kind' | 'field' | 'current' | 'proposed' | 'person'>,
  outcome: OfficeOutcome,
  registered: string | undefined,
  value: string | undefined,
): OfficeCorrection | undefined {
  const { kind, field, current, proposed, person } = entry;
  const from = kind === 'repair' ? proposed : current === '' ? registered : current;
  const between = (before: string | undefined, after: string | undefined): OfficeCorrection | undefined =>
    before === undefined || after === undefined || before === after
      ? undefined
      : { field, from: before, to: after, person };
  if (outcome === 'changed') return between(from, value);
  if (kind === 'correction' && outcome === 'accepted') return between(current, proposed);
  if (kind !== 'conflict') return undefined;
  return outcome === 'accepted' ? between(current, proposed) : between(proposed, current);
}
