import { type BankReceiver, bankOf } from '#shared/domain/notification/receiver.ts';
import type { Visit } from '../admit.ts';

/**
 * The bank whose person it is, by their group and by nothing that they send.
 * @throws {Error} where the person belongs to none: the route lets nobody else in
 */
export function bankOfVisit({ officer }: Visit): BankReceiver {
  const banks = officer.roles.filter((role): role is BankReceiver => bankOf(role) !== undefined);
  const [bank, ...others] = banks;
  if (bank === undefined || others.length > 0) throw new Error('NotOneBank');
  return bank;
}
