import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';

/** Finds the BINs of banks and the keys of wallets in sentences of findings, which follow these words. */
const BANKS = /(?<=ngân hàng |ví điện tử )(?:\d{6}|[A-Z]{3,})(?:, (?:\d{6}|[A-Z]{3,}))*/gu;

export const bankNameOf = (bank: string): string => findInstitution(bank)?.name ?? bank;

/** Adds the names of banks to their BINs: `970432, 970443` becomes `VPBank (970432), SHB (970443)`. */
export const banksNamed = (banks: string): string =>
  banks
    .split(', ')
    .map((bank) => (bankNameOf(bank) === bank ? bank : `${bankNameOf(bank)} (${bank})`))
    .join(', ');

/** A finding's sentence with the names of its banks. */
export const withBankNames = (sentence: string): string =>
  sentence.replaceAll(BANKS, (banks) => banks.split(', ').map(bankNameOf).join(', '));
