import { BANKS } from '#shared/domain/vietnamese/data/banks.ts';
import { WALLETS } from '#shared/domain/vietnamese/data/wallets.ts';
import { bankReceiver, POLICE, type Receiver } from '../receiver.ts';

/** All possible receivers of notices, registered or not. */
export const ALL_RECEIVERS: readonly Receiver[] = [
  POLICE,
  ...new Set([...BANKS, ...WALLETS].map(([id]) => bankReceiver(id))),
];
