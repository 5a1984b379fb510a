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

interface HouseOrLots {
  readonly number?: string | undefined;
  readonly street?: string | undefined;
  readonly lanes: readonly unknown[];
  readonly lots: readonly string[];
  readonly hamlets: string[];
}

const LOT_OF_SEVERAL = /^lô [a-z]{1,2}\d{1,2}$/i;
/** A lot's code without its label. */
const LOT_CODE = /^[a-z]{1,2}\d{1,2}$/i;
const ESTATE = /^(?:KCN|CCN) /;

/**
 * The house number, or the lots that replace it: `số 5 lô A12` is `lô A12-5`, and CN2 of an industrial estate is `lô
 * CN2`. Beside another number lots are places.
 */
export function numberOf({ number, street, lanes, lots, hamlets }: HouseOrLots): string | undefined {
  if (number === undefined) return lots.toSorted().join(' ') || undefined;
  const [lot = ''] = lots;
  const isOnStreet = street !== undefined || lanes.length > 0;
  if (!isOnStreet && lots.length === 1 && /^\d{1,3}$/.test(number) && LOT_OF_SEVERAL.test(lot))
    return `${lot}-${number}`;
  if (!isOnStreet && lots.length === 0 && LOT_CODE.test(number) && hamlets.some((hamlet) => ESTATE.test(hamlet)))
    return `lô ${number}`;
  hamlets.push(...lots);
  return number;
}
