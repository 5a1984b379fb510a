import { foldMarks } from '../text/fold.ts';
import type { Word } from './words.ts';

/** Each flat has one of these words. */
const OF_FLATS = new Set('can chung cc ch ktt condotel penthouse tap hoi tang lau toa block'.split(' '));
const NEARBY = /\b(?:doi dien|canh|gan|sau|truoc|ben)\s+(?:khu\s+|toa\s+)?(?:nha\s+)?chung cu\b/g;
const COMMERCIAL = /\b(?:thuong mai|shop ?house|shophouse|officetel|ki ?ot|khoi de|van phong|gian hang|sieu thi)\b/;
const TRADING_TOWN = /\bkhu do thi thuong mai\b|\bthuong mai dich vu\b(?=.*\bkhu do thi\b)/g;
const FLAT =
  /\bcan ho\b|\bchung cu\b|\bcc (?=[a-z])|\bch ?\d{3,}|\bktt\b|\bcondotel\b|\bpenthouse\b|\bkhu tap the\b|\bnha tap the\b|\bnha o xa hoi\b/;
const ROOM = /\b(?:phong|p|can)\s*(?:so\s*)?[a-z]?-?\d{2,}/;
const FLOOR = /\b(?:tang|lau)\s*\d+/;
const RESIDENTIAL_BLOCK =
  /\b(?:(?:toa|block|nha)\s*(?:nha\s*)?)?(?:ct|hh|noxh)\s?-?\d|\b(?:toa|block)\s+(?:[a-z]{1,2}\d[\w.]*|[a-z])\b|\bkhu do thi\b|\bkdt\b|\bresidence\b|\bvinhomes\b|\becopark\b/;

/**
 * Whether the address is a flat in a residential block (căn hộ chung cư), except its commercial part (TT 91/2026/TT-BTC
 * Art. 7): a flat or block that is called so, or a room on a floor of a block with a residential name.
 */
export function isApartment(text: string, words: readonly Word[]): boolean {
  if (!words.some(({ key }) => OF_FLATS.has(key))) return false;
  const folded = foldMarks(text)
    .replaceAll(/[^a-z0-9.-]+/g, ' ')
    .replaceAll(NEARBY, ' ');
  if (COMMERCIAL.test(folded.replaceAll(TRADING_TOWN, ' '))) return false;
  if (FLAT.test(folded)) return true;
  return (
    ROOM.test(folded) && (FLOOR.test(folded) || /\b(?:toa|block)\b/.test(folded)) && RESIDENTIAL_BLOCK.test(folded)
  );
}
