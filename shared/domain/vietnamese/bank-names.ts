import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';

export const bankNameOf = (bank: string): string => findInstitution(bank)?.name ?? bank;

/** Writes BINs of banks and keys of wallets as their names: `970432, 970443` becomes `VPBank, SHB`. */
export const banksNamed = (banks: string): string => banks.split(', ').map(bankNameOf).join(', ');
