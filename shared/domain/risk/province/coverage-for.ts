import type { Span, CoverageStatement } from '../coverage.ts';
import { type Coverage, SIGNAL_KINDS, type SignalKind } from '../facts/company-facts.ts';
import type { OfficeProfiles } from './offices.ts';
import { OFFICE_KINDS, type OfficeKind, type CompanySample } from './company-sample.ts';
import { coverageStatedFor } from './statements.ts';

/** What the whole province's feeds have covered, and what their senders say of it. */
export interface ProvinceCoverage extends Coverage {
  readonly statements: readonly CoverageStatement[];
}

/**
 * The coverage of one company's data: as the sender of its office states it, else as the rows of the other companies of its
 * area show it. A kind that no office sends by area is covered for all companies; where statements name the offices of a kind,
 * and the rows of its own area are too few to tell, it is covered for theirs alone.
 * @param offices undefined until the province was surveyed once: coverage then holds for all companies
 */
export function coverageFor(
  { place, spans }: Pick<CompanySample, 'place' | 'spans'>,
  { statements, ...covered }: ProvinceCoverage,
  offices: OfficeProfiles | undefined,
): Coverage {
  const signals: Partial<Record<SignalKind, Span>> = { ...covered.signals };
  for (const kind of OFFICE_KINDS) {
    const window = covered.signals[kind];
    if (window === undefined) continue;
    const known = inferred(kind, window, place, spans[kind], offices);
    if (known) signals[kind] = known;
    else delete signals[kind];
  }
  for (const kind of SIGNAL_KINDS) {
    const stated = coverageStatedFor(kind, place, spans[kind], covered.signals[kind], statements);
    if (stated === undefined || (stated === 'elsewhere' && isAreaKnown(kind, place, offices))) continue;
    const known = stated === 'elsewhere' ? spans[kind] : stated;
    if (known === undefined || known === 'unlisted') delete signals[kind];
    else signals[kind] = known;
  }
  return { ...covered, signals };
}

/** Whether the rows of a company's area tell what its office sends: if not, a statement that names others leaves it out. */
function isAreaKnown(
  kind: SignalKind,
  { commune = '', district = '' }: CompanySample['place'],
  offices: OfficeProfiles | undefined,
): boolean {
  const byArea = OFFICE_KINDS.find((one) => one === kind);
  const areas = byArea && offices?.[byArea];
  return areas?.communes[commune] !== undefined || areas?.districts[district] !== undefined;
}

function inferred(
  kind: OfficeKind,
  window: Span,
  { commune = '', district = '' }: CompanySample['place'],
  own: Span | undefined,
  profile: OfficeProfiles | undefined,
): Span | undefined {
  const offices = profile?.[kind];
  if (offices === undefined) return window;
  const { communes, districts, whole, someSilent } = offices;
  const sent = communes[commune] ?? districts[district] ?? (someSilent && own === undefined ? 'nothing' : whole);
  if (sent === 'nothing') return own;
  const { from = window.from, to = window.to } = sent;
  if (own === undefined) return { from, to };
  return { from: own.from < from ? own.from : from, to: own.to > to ? own.to : to };
}
