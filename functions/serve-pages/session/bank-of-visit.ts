import { type BankReceiver, bankOf } from '#shared/domain/notification/receiver.ts';
import type { Visit } from '../ports.ts';

/**
 * The bank that the person belongs to, by their group and by nothing that they send. @throws {Error} where they belong
 * to no bank, which the route excludes
 */
export function bankOfVisit({ officer }: Visit): BankReceiver {
  const banks = officer.roles.filter((role): role is BankReceiver => bankOf(role) !== undefined);
  const [bank, ...others] = banks;
  if (bank === undefined || others.length > 0) throw new Error('NotOneBank');
  return bank;
}
