import { foldMarks } from '../text/fold.ts';
import { parseCompanyName } from './parse-company-name.ts';

/**
 * The search key of a company: its own name (tên riêng) in plain letters without form, trades and marks, or the trades
 * where there is no own name.
 */
export function companyNameKey(name: string): string {
  const { brand, text } = parseCompanyName(name);
  const own = brand.length > 0 ? brand.map(({ plain }) => plain).join(' ') : text;
  return foldMarks(own)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();
}
