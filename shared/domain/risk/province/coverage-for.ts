import type { Span, CoverageStatement } from '../coverage.ts';
import { type Coverage, SIGNAL_KINDS, type SignalKind } from '../facts/company-facts.ts';
import { type OfficeProfiles, type OfficesByArea, partOfCommune, type SentByOffice } from './offices.ts';
import type { CompanySample, OfficeAreas } from './company-sample.ts';
import { OFFICE_KINDS, type OfficeKind } from './office-kinds.ts';
import { isInTaxFiles } from './left-out-companies.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

/**
 * The stated time of a kind for a company at a place, joined over several statements. `unlisted`: all statements
 * concern other companies; `elsewhere`: all concern other offices.
 */
export function coverageStatedFor(
  kind: SignalKind,
  place: OfficeAreas,
  own: Span | undefined,
  covered: Span | undefined,
  statements: readonly CoverageStatement[],
): Span | 'unlisted' | 'elsewhere' | undefined {
  let stated: Span | undefined;
  let others: 'unlisted' | 'elsewhere' | undefined;
  for (const statement of statements) {
    const rows = statement.read[kind];
    if (rows === undefined || covered === undefined) continue;
    if (statement.kinds !== undefined && !statement.kinds.includes(kind)) continue;
    if (!isOf(place, statement)) others ??= 'elsewhere';
    else if (statement.population === 'listed' && own === undefined) others = 'unlisted';
    else stated = joined(stated, daysCoveredByStatement(rows, statement));
  }
  return stated ?? others;
}

/** The time of a statement within that of its rows and the month of the last one; none where it has no such day. */
function daysCoveredByStatement(rows: Span, { from = rows.from, to = rows.to }: CoverageStatement): Span | undefined {
  const month = daysOfPeriod(rows.to.slice(0, 7)).to;
  const days = { from: from > rows.from ? from : rows.from, to: to < month ? to : month };
  return days.from <= days.to ? days : undefined;
}

const joined = (before: Span | undefined, next: Span | undefined): Span | undefined =>
  before === undefined || next === undefined
    ? (before ?? next)
    : { from: next.from < before.from ? next.from : before.from, to: next.to > before.to ? next.to : before.to };

/** Whether an office's name contains the district or commune, such as `Thuế cơ sở 3 – Thái Thụy`. */
function isOf({ communeName, district }: OfficeAreas, { offices }: CoverageStatement): boolean {
  if (offices === undefined) return true;
  const areas = [communeName, district].filter((area) => area !== undefined);
  return offices.some((office) => {
    const words = ` ${foldMarks(office).replace(/[^a-z0-9]+/gu, ' ')} `;
    return areas.some((area) => words.includes(` ${area} `));
  });
}

/** The coverage of the whole province's feeds, with the statements of their senders. */
export interface ProvinceCoverage extends Coverage {
  readonly statements: readonly CoverageStatement[];
}

/**
 * The coverage of one company's data: as its office's sender states it, otherwise as the rows of other companies of its
 * area show. A kind that is not sent by area is covered for all companies. Where statements name the offices of a kind
 * and the company's area has too few rows, it is covered only for the named offices. @param offices undefined until the
 * first survey of the province; coverage is then the same for all companies
 */
export function coverageFor(
  { place, spans }: Pick<CompanySample, 'place' | 'spans'>,
  { statements, ...covered }: ProvinceCoverage,
  offices: OfficeProfiles | undefined,
  wholeBanks?: readonly string[],
): Coverage {
  const signals: Partial<Record<SignalKind, Span>> = { ...covered.signals };
  for (const kind of OFFICE_KINDS) {
    const window = covered.signals[kind];
    if (window === undefined) continue;
    const known = inferred(kind, window, place, spans, offices);
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
  return {
    ...covered,
    signals,
    wholeBanks,
    ...(areRevenuesDoubtful({ place, spans }, offices) && { revenuesDoubtful: true }),
  };
}

/** An office of which nothing is known yet: it may send nothing, or revenues that contradict the invoices. */
const NOT_SURVEYED: OfficesByArea = { communes: {}, districts: {}, whole: { doubtful: true }, someSilent: true };

/**
 * The coverage of one company while a kind has not been surveyed: its office counts as silent unless it has sent rows of
 * the company. Undefined where each covered kind has been surveyed.
 */
export function coverageBeforeSurvey(
  sample: Pick<CompanySample, 'place' | 'spans'>,
  covered: ProvinceCoverage,
  offices: OfficeProfiles = {},
): Coverage | undefined {
  const left = OFFICE_KINDS.filter((kind) => covered.signals[kind] !== undefined && offices[kind] === undefined);
  if (left.length === 0) return undefined;
  return coverageFor(sample, covered, { ...offices, ...Object.fromEntries(left.map((kind) => [kind, NOT_SURVEYED])) });
}

/**
 * Whether the rows of a company's area show what its office sends; otherwise a statement that names other offices
 * excludes it.
 */
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
  place: OfficeAreas,
  spans: CompanySample['spans'],
  profile: OfficeProfiles | undefined,
): Span | undefined {
  const own = spans[kind];
  const sent = sentFor(kind, place, own, profile);
  if (sent === undefined) return window;
  if (sent === 'nothing' || (sent.listed && !isInTaxFiles(spans))) return own;
  const { from = window.from, to = window.to } = sent;
  if (own === undefined) return { from, to };
  return { from: own.from < from ? own.from : from, to: own.to > to ? own.to : to };
}

/** What a company's office sends of a kind; undefined before the first survey. */
function sentFor(
  kind: OfficeKind,
  place: OfficeAreas,
  own: Span | undefined,
  profile: OfficeProfiles | undefined,
): SentByOffice | undefined {
  const offices = profile?.[kind];
  if (offices === undefined) return undefined;
  const { communes, districts, whole, someSilent } = offices;
  const { commune = '', district = '' } = place;
  return (
    communes[partOfCommune(place) ?? ''] ??
    communes[commune] ??
    districts[district] ??
    (someSilent && own === undefined ? 'nothing' : whole)
  );
}

function areRevenuesDoubtful(
  { place, spans: { TO_KHAI_THUE: own } }: Pick<CompanySample, 'place' | 'spans'>,
  offices: OfficeProfiles | undefined,
): boolean {
  const sent = sentFor('TO_KHAI_THUE', place, own, offices);
  return sent !== undefined && sent !== 'nothing' && sent.doubtful === true;
}
