import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import type { Span, CoverageStatement } from '../coverage.ts';
import type { SignalKind } from '../facts/company-facts.ts';
import type { OfficeAreas } from './company-sample.ts';

/** Files of a stated time may still be missing: it counts so far beyond the last row that was read. */
const AHEAD_DAYS = 100;

/**
 * What is stated of a kind for a company at a place; of several statements the whole time. `unlisted`: they speak of other
 * companies alone; `elsewhere`: of other offices alone.
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

/** What a statement says of one kind of rows that were read. */
export function daysCoveredByStatement(rows: Span, { from = rows.from, to = rows.to }: CoverageStatement): Span {
  return { from, to: to < addDays(rows.to, AHEAD_DAYS) ? to : rows.to };
}

const joined = (before: Span | undefined, { from, to }: Span): Span =>
  before === undefined
    ? { from, to }
    : { from: from < before.from ? from : before.from, to: to > before.to ? to : before.to };

/** An office is named by its district or commune, whatever else its name says (`Thuế cơ sở 3 – Thái Thụy`). */
function isOf({ communeName, district }: OfficeAreas, { offices }: CoverageStatement): boolean {
  if (offices === undefined) return true;
  const areas = [communeName, district].filter((area) => area !== undefined);
  return offices.some((office) => {
    const words = ` ${foldMarks(office).replace(/[^a-z0-9]+/gu, ' ')} `;
    return areas.some((area) => words.includes(` ${area} `));
  });
}
