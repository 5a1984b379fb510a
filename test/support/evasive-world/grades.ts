import type { Grade } from './evasive-world.ts';
import {
  filesTokenReturns,
  honestAgent,
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
import { carousel, lender, puffed, scamShop, tidy } from './fast-papers.ts';
import { agedBought, daisy, gone, hopper, storm } from './sold-companies.ts';
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
  takenOver,
} from './undescribed.ts';

const halfTheBanksSilent = true;

/** Tactics that a document describes, each harder to find than the one before. */
export const DESCRIBED: readonly Grade[] = [
  { name: 'as they were', tactics: [] },
  { name: 'varied contacts, dates and spellings', tactics: [ownContacts, respelt, staggered], halfTheBanksSilent },
  {
    name: 'and a little activity',
    tactics: [ownContacts, respelt, staggered, filesTokenReturns, looksAlive],
    halfTheBanksSilent,
  },
  {
    name: 'and modest capital, agents, money from home',
    tactics: [
      ...[ownContacts, respelt, staggered, filesTokenReturns, looksAlive, modestCapital, honestAgent],
      noForeignAddresses,
    ],
    halfTheBanksSilent,
  },
];

/** Files a little, pays in a modest capital, stands under real names, takes money from home. */
const QUIET = [filesTokenReturns, looksAlive, modestCapital, realNominee, noForeignAddresses];

/** Tactics that no document describes. */
export const UNDESCRIBED: readonly Grade[] = [
  { name: 'bought asleep', tactics: [bought] },
  { name: 'taken over', tactics: [takenOver] },
  { name: 'mills that file', tactics: [filingMill] },
  { name: 'layered accounts', tactics: [filesTokenReturns, noForeignAddresses, layered] },
  { name: 'brand names', tactics: [filesTokenReturns, brandName] },
  { name: 'household fronts', tactics: [household, ownContacts, noForeignAddresses] },
  { name: 'relayed representatives', tactics: [filesTokenReturns, noForeignAddresses, relayed] },
  { name: 'changes on one day', tactics: [sameDayChanges] },
  { name: 'many accounts', tactics: [filesTokenReturns, manyAccounts] },
  { name: 'one subscriber', tactics: [filesTokenReturns, looksAlive, noForeignAddresses, sameSubscriber] },
  { name: 'one holder', tactics: [filesTokenReturns, looksAlive, noForeignAddresses, sameHolder] },
  { name: 'one owner', tactics: [filesTokenReturns, looksAlive, noForeignAddresses, sameOwner] },
  { name: 'small rings', tactics: [filesTokenReturns, looksAlive, noForeignAddresses, smallRings] },
  { name: 'slow money', tactics: [ownContacts, ownAddress, slowMoney] },
  { name: 'small sums', tactics: [ownContacts, ownAddress, smallSums, realNominee] },
  { name: 'money that goes round', tactics: [goesRound, realNominee] },
];

/** Fronts with complete papers. No bank reports anything about one in five of them, so that only their ties can show them. */
export const FRONTS: readonly Grade[] = [
  { name: 'everything in order but the money', tactics: [tidy] },
  { name: 'a storm after a quiet year', tactics: [storm] },
  { name: 'accounts of two months', tactics: [filesTokenReturns, hopper] },
  { name: 'daisy chains', tactics: [filesTokenReturns, looksAlive, gone, daisy] },
];

/** Fronts of which every second one is missed, although banks report four in five: honest companies do the same as they do. */
export const VEILED_FRONTS: readonly Grade[] = [
  { name: 'an honest record bought with the company', tactics: [agedBought] },
  { name: 'lenders with staff and capital, money gone within the day', tactics: [lender] },
  { name: 'web shops that send nothing, a tenth declared, money gone by evening', tactics: [scamShop] },
  { name: 'puffed capital', tactics: [puffed] },
  { name: 'carousels that declare what they invoice, with hardly any money heard of', tactics: [carousel] },
];

const mixed = (name: string, more: Partial<Grade>, grades: readonly Grade[]): Grade => ({
  name,
  ...{ tactics: [ownContacts], oneOf: grades.map(({ tactics }) => tactics) },
  ...more,
});

export const MIXED: Grade = mixed('all of them mixed', {}, UNDESCRIBED);
export const MIXED_FRONTS: Grade = mixed('fronts of every kind mixed', {}, [...FRONTS, ...VEILED_FRONTS]);

/** As hard as it gets: quiet in everything, half the banks silent. Many show nothing at all to anybody. */
export const HARDEST: readonly Grade[] = [
  mixed('mixed, half the banks silent', { halfTheBanksSilent }, UNDESCRIBED),
  { name: 'quiet, layered, half the banks silent', tactics: [layered, ...QUIET], halfTheBanksSilent },
  { name: 'quiet small rings, half the banks silent', tactics: [...QUIET, smallRings], halfTheBanksSilent },
  { name: 'quiet, one owner, half the banks silent', tactics: [...QUIET, sameOwner], halfTheBanksSilent },
  {
    name: 'two to an address, quiet, half the banks silent',
    tactics: [ownContacts, scattered, staggered, ...QUIET, honestAgent],
    halfTheBanksSilent,
  },
];
