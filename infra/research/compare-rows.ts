import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { compareCompanyNames } from '#shared/domain/vietnamese/company-name/compare-company-names.ts';
import { parseCompanyName } from '#shared/domain/vietnamese/company-name/parse-company-name.ts';
import { compareGeneralNames, parseGeneralName } from './general-name/parse-general-name.ts';
import { comparePersonNames } from '#shared/domain/vietnamese/person-name/compare-person-names.ts';
import { preparePersonName } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';

type Compare = (one: string, other: string) => { readonly result: string; readonly score: number };

/** The comparisons by their names on the command line. */
export const COMPARISONS: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['persons', (one, other) => comparePersonNames(preparePersonName(one), preparePersonName(other))],
  ['companies', (one, other) => compareCompanyNames(parseCompanyName(one), parseCompanyName(other))],
  ['addresses', (one, other) => compareAddresses(parseAddress(one), parseAddress(other))],
  ['general', (one, other) => compareGeneralNames(parseGeneralName(one), parseGeneralName(other))],
]);

/** A file that can't be compared; the message says why. */
export class UnusableFile extends Error {}

/**
 * Returns the rows of a CSV text (`,`, `;` or tab; with columns `name1` and `name2`) with two added columns: `result`
 * and `score` (0…1, 4 decimals).
 * @throws {UnusableFile} where it is no CSV or lacks one of the columns.
 */
export function compareRows(csv: string, compare: Compare): string {
  const [heading = [], ...rows] = readRows(csv);
  const names = heading.map((name) => name.trim().toLowerCase());
  const columns = ['name1', 'name2'].map((name) => {
    const at = names.indexOf(name);
    if (at < 0) throw new UnusableFile(`Tệp thiếu cột “${name}”.`);
    return at;
  });
  const [first = 0, second = 0] = columns;
  const compared = rows.map((row) => {
    const { result, score } = compare(row[first] ?? '', row[second] ?? '');
    return heading.map((_, at) => row[at] ?? '').concat(result, String(Math.round(score * 10_000) / 10_000));
  });
  return stringify([[...heading, 'result', 'score'], ...compared]);
}

const readRows = (csv: string): string[][] => {
  try {
    return parse(csv, { bom: true, delimiter: delimiterOf(csv), relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new UnusableFile('Tệp không phải CSV đọc được.');
  }
};

const delimiterOf = (csv: string): string => {
  const heading = csv.split('\n', 1)[0] ?? '';
  return [',', ';', '\t'].find((sign) => heading.includes(sign)) ?? ',';
};
