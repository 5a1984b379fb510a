/** Matches a range in the form of the key: `37.39`, `245.245a`, and `lk36.1.2` of a row of houses. */
const RANGE = /^([a-z]{1,3}\d+\.)?(\d+)\.(\d+)[a-z]?$/;

/**
 * Whether a house number is in a range: `37-39` has 37, 38 and 39, and `LK36-01-02` has LK36-1 and LK36-2.
 * @param number the number in the form of the key
 * @param range another number in that form, which need not be a range
 */
export function isNumberWithin(number: string, range: string): boolean {
  const [, row = '', from, to] = RANGE.exec(range) ?? [];
  if (from === undefined || !number.startsWith(row)) return false;
  const house = number.slice(row.length);
  return /^\d+$/.test(house) && Number(from) <= Number(house) && Number(house) <= Number(to);
}
