import { untilQuiet } from './acts.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { listAccount } from './listed-accounts.ts';
import { api, SCOPES } from './receivers.ts';
import { BANK } from './scenario.ts';
import { lostUnless } from './said.ts';
import type { World } from './world.ts';

const NUMBER = '1112223335';
const FIRST_CODE = 5;
const LATER = { bank: BANK.slice('bank#'.length), accountNumber: NUMBER, code: 6, on: '2025-12-20' };

/**
 * A bank lists an account of its own, and later once more for another reason. Both states of the notice that follows are
 * caused by the bank itself, which need not answer them.
 */
export async function findingsOfOwnListing(world: World): Promise<readonly Violation[]> {
  const { noticeId } = await listAccount(world, NUMBER, { code: FIRST_CODE, by: BANK }, BANK);
  const noticeNow = () => itemsOf(world, 'Notices').find((one) => one['noticeId'] === noticeId);
  const first = noticeNow();
  world.arrivals.push(async () => void (await api(world, SCOPES.bank, 'POST', '/v1/suspicious-accounts', LATER)));
  await untilQuiet(world);
  const second = noticeNow();
  const isChanged = Number(second?.['sequence']) > Number(first?.['sequence']);
  const isCaused = first?.['causedByReceiver'] === true && second?.['causedByReceiver'] === true;
  return [
    ...lostUnless(isChanged, 'a notice changes by what its bank lists'),
    ...lostUnless(isCaused, 'a state to which only the listing of a bank has led is caused by the bank'),
  ];
}
