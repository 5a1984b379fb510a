import { foldMarks } from '../text/fold.ts';
import { parseCompanyName } from './parse-company-name.ts';

/**
 * A company's own name (tên riêng) in plain letters: without form, trades and marks, so that it is found however it is typed.
 * Where form and trades are all there is, the trades.
 */
export function companyNameKey(name: string): string {
  const { brand, text } = parseCompanyName(name);
  const own = brand.length > 0 ? brand.map(({ plain }) => plain).join(' ') : text;
  return foldMarks(own)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();
}
