import { cleanText } from './clean.ts';
import { type LegacyFont, repairLegacyFont } from './legacy-fonts.ts';

/** A cell as it is to be used, and the font it had to be repaired from. */
export interface ReadText {
  readonly text: string;
  readonly repairedFrom?: LegacyFont;
}

/** Text at the door: fonts of before Unicode repaired, then NFC, `Ð` as `Đ`, single spaces, nothing invisible. */
export function readText(raw: string): ReadText {
  const repair = repairLegacyFont(raw);
  if (repair === undefined) return { text: cleanText(raw) };
  return { text: cleanText(repair.text), repairedFrom: repair.font };
}
