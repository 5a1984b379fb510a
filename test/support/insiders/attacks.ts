import type { Attack } from './attack.ts';
import { BANK_ATTACKS } from './bank-attacks.ts';
import { CLEARING_ATTACKS } from './clearing-attacks.ts';
import { FURTHER_ATTACKS } from './further-attacks.ts';
import { OFFICE_ATTACKS } from './office-attacks.ts';

/** The attacks of one dishonest sender, and those of several together. */
export const ATTACKS: readonly Attack[] = [...BANK_ATTACKS, ...OFFICE_ATTACKS, ...CLEARING_ATTACKS, ...FURTHER_ATTACKS];
