import type { Grade } from './evasive-world.ts';
import {
  filesTokenReturns,
  honestAgent,
  looksActive,
  modestCapital,
  noForeignAddresses,
  ownAddress,
  ownContacts,
  realNominee,
  respeltAddress,
  sameHolder,
  sameSubscriber,
  scatteredAddresses,
  slowMoney,
  smallRings,
  smallSums,
  staggeredRegistrations,
} from './described.ts';
import { invoiceCarousel, illegalLender, inflatedCapital, scamShop, completePapers } from './fast-papers.ts';
import {
  agedCompanyBought,
  personChain,
  moneyGoneWithinTheHour,
  accountHopping,
  suddenBurst,
} from './sold-companies.ts';
import {
  boughtCompany,
  brandName,
  filingInvoiceMill,
  circularMoney,
  householdBusiness,
  layeredAccounts,
  manyAccounts,
  relayedFiling,
  sameDayChanges,
  sameOwner,
  takenOver,
} from './undescribed.ts';

const halfTheBanksSilent = true;

/** Tactics that a document describes, each harder to find than the one before. */
export const DESCRIBED: readonly Grade[] = [
  { name: 'as they were', tactics: [] },
  {
    name: 'varied contacts, dates and spellings',
    tactics: [ownContacts, respeltAddress, staggeredRegistrations],
    halfTheBanksSilent,
  },
  {
    name: 'and a little activity',
    tactics: [ownContacts, respeltAddress, staggeredRegistrations, filesTokenReturns, looksActive],
    halfTheBanksSilent,
  },
  {
    name: 'and modest capital, agents, money from home',
    tactics: [
      ...[
        ownContacts,
        respeltAddress,
        staggeredRegistrations,
        filesTokenReturns,
        looksActive,
        modestCapital,
        honestAgent,
      ],
      noForeignAddresses,
    ],
    halfTheBanksSilent,
  },
];

/**
 * The company files small returns, pays in a small capital, is in real people's names, and receives money only from
 * Việt Nam.
 */
const QUIET = [filesTokenReturns, looksActive, modestCapital, realNominee, noForeignAddresses];

/** Tactics that no document describes. */
export const UNDESCRIBED: readonly Grade[] = [
  { name: 'bought asleep', tactics: [boughtCompany] },
  { name: 'taken over', tactics: [takenOver] },
  { name: 'mills that file', tactics: [filingInvoiceMill] },
  { name: 'layered accounts', tactics: [filesTokenReturns, noForeignAddresses, layeredAccounts] },
  { name: 'brand names', tactics: [filesTokenReturns, brandName] },
  { name: 'household fronts', tactics: [householdBusiness, ownContacts, noForeignAddresses] },
  { name: 'relayed representatives', tactics: [filesTokenReturns, noForeignAddresses, relayedFiling] },
  { name: 'changes on one day', tactics: [sameDayChanges] },
  { name: 'many accounts', tactics: [filesTokenReturns, manyAccounts] },
  { name: 'one subscriber', tactics: [filesTokenReturns, looksActive, noForeignAddresses, sameSubscriber] },
  { name: 'one holder', tactics: [filesTokenReturns, looksActive, noForeignAddresses, sameHolder] },
  { name: 'one owner', tactics: [filesTokenReturns, looksActive, noForeignAddresses, sameOwner] },
  { name: 'small rings', tactics: [filesTokenReturns, looksActive, noForeignAddresses, smallRings] },
  { name: 'slow money', tactics: [ownContacts, ownAddress, slowMoney] },
  { name: 'small sums', tactics: [ownContacts, ownAddress, smallSums, realNominee] },
  { name: 'money that goes round', tactics: [circularMoney, realNominee] },
];

/** Fronts with complete papers. No bank reports anything about one in five of them, so that only their ties can show them. */
export const FRONTS: readonly Grade[] = [
  { name: 'everything in order but the money', tactics: [completePapers] },
  { name: 'a storm after a quiet year', tactics: [suddenBurst] },
  { name: 'accounts of two months', tactics: [filesTokenReturns, accountHopping] },
  { name: 'daisy chains', tactics: [filesTokenReturns, looksActive, moneyGoneWithinTheHour, personChain] },
];

/** Fronts of which every second one is missed, although banks report four in five: honest companies do the same as they do. */
export const VEILED_FRONTS: readonly Grade[] = [
  { name: 'an honest record bought with the company', tactics: [agedCompanyBought] },
  { name: 'lenders with staff and capital, money gone within the day', tactics: [illegalLender] },
  { name: 'web shops that send nothing, a tenth declared, money gone by evening', tactics: [scamShop] },
  { name: 'puffed capital', tactics: [inflatedCapital] },
  { name: 'carousels that declare what they invoice, with hardly any money heard of', tactics: [invoiceCarousel] },
];

const mixed = (name: string, more: Partial<Grade>, grades: readonly Grade[]): Grade => ({
  name,
  ...{ tactics: [ownContacts], oneOf: grades.map(({ tactics }) => tactics) },
  ...more,
});

export const MIXED: Grade = mixed('all of them mixed', {}, UNDESCRIBED);
export const MIXED_FRONTS: Grade = mixed('fronts of every kind mixed', {}, [...FRONTS, ...VEILED_FRONTS]);

/**
 * The hardest grade: every tactic leaves few signs, and half of the banks send nothing. Many of these shells have no
 * sign in any feed.
 */
export const HARDEST: readonly Grade[] = [
  mixed('mixed, half the banks silent', { halfTheBanksSilent }, UNDESCRIBED),
  { name: 'quiet, layered, half the banks silent', tactics: [layeredAccounts, ...QUIET], halfTheBanksSilent },
  { name: 'quiet small rings, half the banks silent', tactics: [...QUIET, smallRings], halfTheBanksSilent },
  { name: 'quiet, one owner, half the banks silent', tactics: [...QUIET, sameOwner], halfTheBanksSilent },
  {
    name: 'two to an address, quiet, half the banks silent',
    tactics: [ownContacts, scatteredAddresses, staggeredRegistrations, ...QUIET, honestAgent],
    halfTheBanksSilent,
  },
];
