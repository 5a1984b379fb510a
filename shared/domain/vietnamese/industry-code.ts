import { digitsFromSpreadsheet } from './spreadsheet-number.ts';

/**
 * A VSIC code of level 4 (mã ngành cấp 4, QĐ 36/2025/QĐ-TTg, before 15/11/2025 QĐ 27/2018/QĐ-TTg): four digits as they are, a
 * zero that a spreadsheet dropped put back, a section letter and the industry's name left out. Undefined for anything else.
 * Whether a version of the list knows the code is not asked: an unknown one is no fault.
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
