import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type BankServer, bankServer, type Behaviour, ok, type ServerReply } from '#test/support/banks/bank-server.ts';
import { newSecret } from '#test/support/banks/delivery-world.ts';

const LATE_MS = 20_000;
const FAILING_SHARE = 0.3;
const FLAKY = 'fails 30 %';
const FAILURES: readonly ServerReply[] = [{ status: 500 }, { status: 503 }, 'reset', { status: 429 }];

export interface FaultyBank {
  readonly bin: string;
  readonly kind: string;
  /** The new and the old key, which the bank accepts both during a change of keys. */
  readonly secrets: readonly [string, string];
  readonly server: BankServer;
  /** The bank's behaviour in the phase of faults. */
  readonly fault: Behaviour | 'dead';
}

/** Counts the callers that follow a redirect to this machine. */
export interface Trap {
  readonly url: string;
  hits: number;
  close(): void;
}

export async function openTrap(): Promise<Trap> {
  const server: Server = createServer((_request, response) => {
    trap.hits += 1;
    response.writeHead(200).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest/meta-data`;
  const trap: Trap = { url, hits: 0, close: () => void server.close() };
  return trap;
}

/** Three healthy banks, and one for each kind of fault. */
export async function openBanks(trap: Trap): Promise<FaultyBank[]> {
  const targets = [trap.url, 'http://169.254.169.254/latest/meta-data', 'http://10.0.0.1/', 'http://[::1]/'];
  const faults: readonly (readonly [bin: string, kind: string, FaultyBank['fault']])[] = [
    ['970436', 'healthy', ok],
    ['970418', 'healthy', ok],
    ['970415', 'healthy', ok],
    ['970407', FLAKY, failing(FAILING_SHARE)],
    ['970422', 'answers after 20 s', late],
    ['970432', 'says 200, keeps nothing', () => ({ status: 200, body: '<html>garbage', forgets: true })],
    ['970416', 'drops connections', () => 'reset'],
    ['970423', 'redirects inside', (n) => ({ status: 307, headers: { location: targets[n % targets.length] ?? '' } })],
    ['970403', 'dead', 'dead'],
  ];
  return Promise.all(
    faults.map(async ([bin, kind, fault]): Promise<FaultyBank> => {
      const secrets = [newSecret(), newSecret()] as const;
      return { bin, kind, secrets, fault, server: await bankServer(secrets) };
    }),
  );
}

export const isHealthy = ({ kind }: FaultyBank): boolean => kind === 'healthy';

/** The bank accepts most calls, and the others at a second or third try. */
export const isFlaky = ({ kind }: FaultyBank): boolean => kind === FLAKY;

/**
 * The bank answered success for events that it dropped. Nobody sends them again within a day, but its feed has them.
 */
export const dropsEvents = ({ kind }: FaultyBank): boolean => kind.startsWith('says 200');

export async function breakBank({ server, fault }: FaultyBank): Promise<void> {
  if (fault === 'dead') await server.close();
  else server.behave = fault;
}

export async function recover({ server, fault }: FaultyBank): Promise<void> {
  if (fault === 'dead') await server.reopen();
  server.behave = ok;
}

const late: Behaviour = async () => {
  await wait(LATE_MS);
  return { status: 200 };
};

/** The random numbers are the same in each run. */
function failing(share: number): Behaviour {
  let dice = 1;
  const roll = () => (dice = (dice * 48_271) % 2_147_483_647) / 2_147_483_647;
  return () => (roll() < share ? (FAILURES[Math.floor(roll() * FAILURES.length)] ?? 'reset') : { status: 200 });
}
