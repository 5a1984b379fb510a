import type { Span, Statement } from '../coverage.ts';
import { type Coverage, type Heard, SIGNAL_KINDS, type SignalKind } from '../facts/company-facts.ts';
import type { OfficePicture } from './offices.ts';
import { OFFICE_KINDS, type OfficeKind, type Shown } from './shown.ts';
import { statedFor } from './statements.ts';

/** What the whole province's feeds have covered, and what their senders say of it. */
export interface ProvinceHeard extends Coverage {
  readonly statements: readonly Statement[];
}

/**
 * What was listened to of one company: what the sender of its office states, else what is inferred from the rows of the
 * companies beside it. A kind that no office sends by area is heard of all.
 * @param offices undefined until the province was looked at once: then what was heard was heard of all
 */
export function coverageFor(
  { place, spans }: Pick<Shown, 'place' | 'spans'>,
  { statements, ...heard }: ProvinceHeard,
  offices: OfficePicture | undefined,
): Coverage {
  const signals: Partial<Record<SignalKind, Heard>> = { ...heard.signals };
  for (const kind of OFFICE_KINDS) {
    const window = heard.signals[kind];
    if (window === undefined) continue;
    const known = inferred(kind, window, place, spans[kind], offices);
    if (known) signals[kind] = known;
    else delete signals[kind];
  }
  for (const kind of SIGNAL_KINDS) {
    const stated = statedFor(kind, place, spans[kind], heard.signals[kind], statements);
    if (stated === 'unlisted') delete signals[kind];
    else if (stated) signals[kind] = stated;
  }
  return { ...heard, signals };
}

function inferred(
  kind: OfficeKind,
  window: Heard,
  { commune = '', district = '' }: Shown['place'],
  own: Span | undefined,
  picture: OfficePicture | undefined,
): Heard | undefined {
  const offices = picture?.[kind];
  if (offices === undefined) return window;
  const { communes, districts, whole, someSilent } = offices;
  const sent = communes[commune] ?? districts[district] ?? (someSilent && own === undefined ? 'nothing' : whole);
  if (sent === 'nothing') return own;
  const { from = window.from, to = window.to } = sent;
  if (own === undefined) return { from, to };
  return { from: own.from < from ? own.from : from, to: own.to > to ? own.to : to };
}
