import { bankReceiver, type BankReceiver } from './receiver.ts';

/** What a person who signs in may see and do. A person of a bank belongs to that bank alone. */
export type DeskRole = 'office' | 'police' | 'province' | 'operator' | BankReceiver;

const ROLES = ['office', 'police', 'province', 'operator'] as const;

/** Of the groups of a sign-in (`office`, `police`, `bank:970436`, …) those that are roles; the others mean nothing here. */
export function rolesOf(groups: readonly string[]): readonly DeskRole[] {
  return groups.flatMap((group): DeskRole[] => {
    const role = ROLES.find((one) => one === group);
    if (role) return [role];
    const bank = /^bank:([\w-]+)$/u.exec(group)?.[1];
    return bank === undefined ? [] : [bankReceiver(bank)];
  });
}
