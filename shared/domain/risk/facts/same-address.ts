import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { isSamePlace } from '#shared/domain/vietnamese/address/possible-doors.ts';
import { plainValue } from './same-value.ts';

/** Another spelling of the same place is no change of address. */
export function sameAddress(was: string, is: string): boolean {
  return plainValue(was) === plainValue(is) || isSamePlace(parseAddress(was), parseAddress(is));
}
