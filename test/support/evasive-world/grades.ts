import type { Grade } from './evasive-world.ts';
import {
  filesTokenReturns,
  honestAgent,
  lateFlows,
  looksAlive,
  modestCapital,
  noForeignAddresses,
  ownAddress,
  ownContacts,
  realNominee,
  respelt,
  sameHolder,
  sameSubscriber,
  scattered,
  slowMoney,
  smallRings,
  smallSums,
  staggered,
} from './described.ts';
import {
  bought,
  brandName,
  filingMill,
  goesRound,
  household,
  layered,
  manyAccounts,
  relayed,
  sameDayChanges,
  sameOwner,
} from './undescribed.ts';

const halfTheBanksSilent = true;

/** Tactics that were told beforehand, one harsher than the other. */
export const DESCRIBED: readonly Grade[] = [
  { name: 'as they were', tactics: [] },
  { name: 'varied contacts, dates and spellings', tactics: [ownContacts, respelt, staggered], halfTheBanksSilent },
  {
    name: 'and a little activity',
    tactics: [ownContacts, respelt, staggered, filesTokenReturns, looksAlive],
    halfTheBanksSilent,
  },
  {
    name: 'and modest capital, real nominees, agents',
    tactics: [ownContacts, respelt, staggered, filesTokenReturns, looksAlive, modestCapital, realNominee, honestAgent],
    halfTheBanksSilent,
  },
  {
    name: 'and two to an address, money from home',
    tactics: [
      ...[ownContacts, scattered, staggered, filesTokenReturns, looksAlive, modestCapital, realNominee],
      ...[honestAgent, noForeignAddresses],
    ],
    halfTheBanksSilent,
  },
];

const QUIET = [filesTokenReturns, looksAlive, modestCapital, realNominee, noForeignAddresses];

/** Tactics nobody was told of; the last are all of them mixed. */
export const UNDESCRIBED: readonly Grade[] = [
  { name: 'bought asleep', tactics: [bought] },
  { name: 'mills that file', tactics: [filingMill] },
  { name: 'layered accounts', tactics: [layered, ...QUIET], halfTheBanksSilent },
  { name: 'brand names', tactics: [brandName, ...QUIET] },
  { name: 'household fronts', tactics: [household, ownContacts, noForeignAddresses] },
  { name: 'relayed representatives', tactics: [relayed, ...QUIET], halfTheBanksSilent },
  { name: 'changes on one day', tactics: [sameDayChanges] },
  { name: 'many accounts', tactics: [manyAccounts, ...QUIET] },
  { name: 'one subscriber', tactics: [...QUIET, sameSubscriber], halfTheBanksSilent },
  { name: 'one holder', tactics: [...QUIET, sameHolder], halfTheBanksSilent },
  { name: 'one owner', tactics: [...QUIET, sameOwner], halfTheBanksSilent },
  { name: 'small rings', tactics: [...QUIET, smallRings], halfTheBanksSilent },
  { name: 'slow money', tactics: [ownContacts, ownAddress, slowMoney] },
  { name: 'small sums', tactics: [ownContacts, ownAddress, smallSums, realNominee] },
  { name: 'money that goes round', tactics: [goesRound, realNominee] },
];

export const MIXED: Grade = {
  name: 'all of them mixed',
  tactics: [ownContacts],
  oneOf: UNDESCRIBED.map(({ tactics }) => tactics),
  halfTheBanksSilent,
};
