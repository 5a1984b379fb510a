/** What was read of a house before its words without a label are placed. */
interface HouseDraft {
  number?: string | undefined;
  readonly street?: string | undefined;
  readonly hamlets: readonly string[];
  readonly units: string[];
  readonly loose: { readonly text: string; readonly afterNumber: boolean }[];
}

/** Matches a flat behind its tower, such as `S1.05-1208` or `R3-1512`. The plots of a new town have shorter numbers. */
const FLAT = /^[a-z]{1,2}\d{1,2}(?:\.\d{1,2})?-\d{4}[a-z]?$/i;
const TOWER = /^[a-z]{1,2}\d{1,2}(?:\.\d{1,2})?$/i;
const ROOM = /^(?:phòng|căn) /;

/**
 * Reads the flat of a new town that is written like a house number: `S1.05-1208` is flat 1208 of tower S1.05, and so is
 * `P1208 - S1.05`. The words behind it name the building.
 */
export function placeFlat(draft: HouseDraft): void {
  const { number, units, loose } = draft;
  if (number === undefined || !draft.hamlets.some((hamlet) => hamlet.startsWith('KĐT '))) return;
  if (FLAT.test(number)) units.push(`căn ${number}`);
  else if (TOWER.test(number) && units.length === 1 && ROOM.test(units[0] ?? '')) units.push(`tòa ${number}`);
  else return;
  draft.number = undefined;
  if (draft.street !== undefined) return;
  const behind = loose.findIndex(({ afterNumber }) => afterNumber);
  for (const { text } of loose.splice(Math.max(behind, 0), 1)) units.push(`tòa ${text}`);
}
