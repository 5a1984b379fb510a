import { bankReceiver, type BankReceiver } from './receiver.ts';

/** The role of a person who signs in. A person of a bank belongs to that bank alone. */
export type DeskRole = 'office' | 'police' | 'province' | 'operator' | BankReceiver;

const ROLES = ['office', 'police', 'province', 'operator'] as const;

/** The group of a sign-in that has a role. */
export const groupOf = (role: DeskRole): string => role.replace(/^bank#/u, 'bank:');

/** The roles among the groups of a sign-in (`office`, `police`, `bank:970436`, …), each once; other groups are ignored. */
export function rolesOf(groups: readonly string[]): readonly DeskRole[] {
  return [...new Set(groups)].flatMap((group): DeskRole[] => {
    const role = ROLES.find((one) => one === group);
    if (role) return [role];
    const bank = /^bank:([\w-]+)$/u.exec(group)?.[1];
    return bank === undefined ? [] : [bankReceiver(bank)];
  });
}
