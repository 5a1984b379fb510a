import { digitsFromSpreadsheet } from './spreadsheet-number.ts';

/**
 * Reads a VSIC code of level 4 (mã ngành cấp 4, QĐ 36/2025/QĐ-TTg, before 15/11/2025 QĐ 27/2018/QĐ-TTg): four digits,
 * with a restored zero where a spreadsheet dropped it, and without a section letter and the industry's name. Undefined
 * for anything else. The code need not be in a version of the list.
 */
export function parseIndustryCode(text: string): string | undefined {
  const code = /^(?:[A-V][.\s-]?)?(\d{3,4})(?:\s*[-–:(,;.]?\s*\D.*)?$/i.exec(
    digitsFromSpreadsheet(text.trim()) ?? '',
  )?.[1];
  if (code === undefined) return undefined;
  if (code.length === 4) return isDivision(code) ? code : undefined;
  return code <= '399' && !code.startsWith('0') ? `0${code}` : undefined;
}

function isDivision(code: string): boolean {
  return code >= '0100' && code <= '9999';
}
