import * as fc from 'fast-check';
import { ACCOUNTS, BANKS } from './bank-world.ts';

const account = fc.constantFrom(...ACCOUNTS);
const bank = fc.constantFrom(...BANKS);
const older = fc.constantFrom(0, 0, 0, 1);
/** Mostly of the account's own bank. */
const addressed = account.chain((one) =>
  fc.tuple(fc.constant(one), fc.constantFrom(one.bank, one.bank, one.bank, ...BANKS)),
);
const change = fc.record({
  kind: fc.constant('facts' as const),
  account,
  flagged: fc.boolean(),
  code: fc.integer({ min: 0, max: 3 }),
  forgotten: fc.constantFrom(false, false, true),
});
const acknowledge = fc.record({ kind: fc.constant('acknowledge' as const), addressed, older });
const decide = fc.record({
  kind: fc.constant('decide' as const),
  addressed,
  older,
  outcome: fc.constantFrom('acted', 'rejected'),
});
export const operation = fc.oneof(
  { weight: 3, arbitrary: change },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 30, 200) }) },
  acknowledge,
  { weight: 8, arbitrary: decide },
  fc.record({ kind: fc.constant('read' as const), bank }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('hear' as const), which: fc.nat(), twice: fc.boolean() }) },
);
export type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;
