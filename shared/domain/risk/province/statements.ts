import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import type { Span, CoverageStatement } from '../coverage.ts';
import type { SignalKind } from '../facts/company-facts.ts';
import type { OfficeAreas } from './company-sample.ts';

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
