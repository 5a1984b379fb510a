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
 * The coverage of one company's data: as the sender of its office states it, else as the rows of the other companies of its area show it. A kind that no office sends by area is covered for all companies.
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
    if (stated === 'unlisted') delete signals[kind];
    else if (stated) signals[kind] = stated;
  }
  return { ...covered, signals };
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
