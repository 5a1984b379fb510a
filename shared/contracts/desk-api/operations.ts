import { BANK_OPERATIONS } from './bank.ts';
import { mailOperations } from './mail.ts';
import { OFFICE_OPERATIONS } from './office.ts';
import type { DeskOperation } from './operation.ts';
import { POLICE_OPERATIONS } from './police.ts';
import { OPERATOR_OPERATIONS, PROVINCE_OPERATIONS } from './province-operator.ts';

/** All operations of the desks for programs, by method and address. Everything that people do at the desks is among them. */
export const DESK_OPERATIONS: Readonly<Record<string, DeskOperation>> = {
  ...Object.assign({}, ...['office', 'police', 'bank', 'province', 'operator'].map(mailOperations)),
  ...OFFICE_OPERATIONS,
  ...POLICE_OPERATIONS,
  ...BANK_OPERATIONS,
  ...PROVINCE_OPERATIONS,
  ...OPERATOR_OPERATIONS,
};
