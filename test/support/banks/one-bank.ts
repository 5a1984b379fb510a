import { afterEach } from 'vitest';
import { type BankServer, bankServer, ok } from './bank-server.ts';
import { type DeliveryWorld, deliveryWorld, newSecret } from './delivery-world.ts';

export const HOUR = 3600;

/** A delivery with one bank for each test of the file that calls this; what a test opens is closed after it. */
export function oneBank() {
  const opened: (BankServer | DeliveryWorld)[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  const setUp = async (options: Parameters<typeof deliveryWorld>[0] = {}, behave = ok) => {
    const world = await deliveryWorld(options);
    const secret = newSecret();
    const bank = await bankServer(secret, behave);
    opened.push(world, bank);
    const receiver = await world.addBank('970436', bank.url, [secret]);
    const stateOf = async (noticeId: string) => (await world.deliveries.get(receiver, noticeId))?.state;
    return { world, bank, receiver, secret, stateOf };
  };
  return { opened, setUp };
}
