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
