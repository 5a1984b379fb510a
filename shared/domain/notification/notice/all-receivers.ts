import { INSTITUTION_IDS } from '#shared/domain/vietnamese/financial-institution.ts';
import { bankReceiver, POLICE, type Receiver } from '../receiver.ts';

/** All possible receivers of notices, registered or not. */
export const ALL_RECEIVERS: readonly Receiver[] = [POLICE, ...INSTITUTION_IDS.map(bankReceiver)];
