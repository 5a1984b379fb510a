import type { LocalReceiver } from '#infra/local/serve/receivers-file.ts';
import { registerReceivers } from '#infra/local/serve/register-receivers.ts';
import { bankReceiver, POLICE } from '#shared/domain/notification/receiver.ts';
import { bankServer } from '#test/support/banks/bank-server.ts';
import { newSecret } from '#test/support/banks/delivery-world.ts';
import type { EmbeddedSystem } from './embedded-system.ts';

const BANK = '970436';
export const PUSHED = bankReceiver(BANK);

export type GoneReceiver = Awaited<ReturnType<typeof goneReceiver>>;

/** A bank whose endpoint answers that it is gone; `register` enters the bank and the police in a system. */
export async function goneReceiver() {
  const secret = newSecret();
  const bank = await bankServer(secret, () => ({ status: 410 }));
  return {
    bank,
    async register({ clients, deployed }: EmbeddedSystem): Promise<void> {
      const receivers: LocalReceiver[] = [
        { receiver: POLICE, secrets: [], clientId: POLICE, clientSecret: POLICE },
        { receiver: PUSHED, url: bank.url, secrets: [secret], clientId: BANK, clientSecret: BANK },
      ];
      const { receivers: table = '', callers = '' } = deployed.tables;
      await registerReceivers(receivers, { clients, table, callers, stack: 'haukiem-local', suffix: '' });
    },
  };
}
