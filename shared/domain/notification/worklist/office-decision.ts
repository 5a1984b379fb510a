import type { OfficeCorrection } from '#shared/domain/risk/facts/correct-rows.ts';
import type { WorklistEntry } from './worklist-entry.ts';

/**
 * What the office says of an entry of its worklist: the proposal holds; another value does; the matter was dealt with; or
 * nothing is to be done.
 */
export const OFFICE_OUTCOMES = ['accepted', 'changed', 'done', 'refused'] as const;
export type OfficeOutcome = (typeof OFFICE_OUTCOMES)[number];

type Kind = WorklistEntry['kind'];
const PROPOSING: ReadonlySet<Kind> = new Set(['correction', 'conflict', 'repair']);
/** Whose right value somebody can type. */
const TYPED: ReadonlySet<Kind> = new Set([...PROPOSING, 'address', 'script']);

/** What may be said of an entry: only what proposes a value can be accepted, only what has a value can be changed. */
export function outcomesFor({ kind }: Pick<WorklistEntry, 'kind'>): readonly OfficeOutcome[] {
  if (PROPOSING.has(kind)) return ['accepted', 'changed', 'refused'];
  return TYPED.has(kind) ? ['changed', 'refused'] : ['done', 'refused'];
}

/** What makes an entry the same as one of before: not the sentence, which may be worded anew. */
export const entryKey = ({ kind, field, current, proposed, person }: WorklistEntry) => ({
  kind,
  field,
  current,
  proposed,
  person,
});

/**
 * What a decision changes in the company's rows; undefined where it changes nothing: a refused proposal, a matter that was
 * dealt with, and a repair that was made when the row was read.
 * @param registered the field's value as it is registered now: some entries do not repeat it
 * @param value what the officer typed
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
