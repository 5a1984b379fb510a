import { repairLegacyFont } from '#shared/domain/text/legacy-fonts.ts';
import type { Reader, Reading } from '../column.ts';
import { cellText } from '../cell.ts';
import type { Cell } from '../cell.ts';

const REPLACEMENT = '\uFFFD';
/** Letters and signs of Latin-1 that Vietnamese in Unicode has no use for, or two marked letters side by side: an old font's traces. */
const TRACES =
  /[\u0080-\u009F¡-¿Ä-ÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]|[aeouyAEOUYöÖôÔ][àáâãèéêìíòóôõùúäåëïöøûüÀÁÂÃÉÊÕÙÚÄÅËÏÖØÛÜ]/u;

/** Names, addresses and other words. Text typed in a TCVN3 or VNI font is turned into Unicode, and that is reported. */
export const readText: Reader<string> = (cell) => {
  if (typeof cell === 'object') return notText(cell);
  const text = cellText(cell);
  if (text.includes(REPLACEMENT)) return { ok: false, code: 'encoding' };
  if (!TRACES.test(text)) return { ok: true, value: text };
  const legacy = repairLegacyFont(text);
  if (legacy === undefined) return { ok: true, value: text };
  const why = `Chữ gõ bằng phông ${legacy.font}, đã chuyển sang Unicode.`;
  return { ok: true, value: legacy.text, repair: { proposed: legacy.text, why } };
};

const notText = (cell: Exclude<Cell, string | number | boolean | undefined>): Reading<string> =>
  'on' in cell ? { ok: true, value: cellText(cell) } : notCell(cell.error);

/** `#N/A` of a failed formula, or a JSON list where a value belongs. */
export function notCell(error: string): { readonly ok: false; readonly code: 'formula' | 'shape' } {
  return { ok: false, code: error.startsWith('#') ? 'formula' : 'shape' };
}
