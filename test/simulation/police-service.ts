import type { AskPolice, VerificationReply } from '#shared/clients/police-verification.ts';
import { untilQuiet } from './acts.ts';
import { itemsOf, unpacked, type Violation } from './end-state.ts';
import { queueOf } from './queue-of.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** The errors of the client, which the functions know by their classes. */
interface ServiceErrors {
  readonly PoliceServiceUnavailable: new (outage: 'busy', retryAfterSeconds?: number) => Error;
  readonly PoliceServiceRefused: new (status: string) => Error;
}
type AskedService = (request: Parameters<AskPolice>[0], errors: ServiceErrors) => VerificationReply;

const ASKED = Symbol.for('haukiem.simulation.police');
const RETRY_AFTER_SECONDS = 30;
const MATCHING = { fullName: 'match', dateOfBirth: 'match', gender: 'match' } as const;

/**
 * The police's online service is asked in place of their extract. An outage decides nothing about anybody, and the
 * people of the company are checked later. Where the service refuses a question, the result before stays, and an operator
 * finds the message.
 */
export async function findingsOfPoliceService(world: World): Promise<readonly Violation[]> {
  const company = itemsOf(world, 'Verifications').find((one) => isAnswerable(resultsOf(one)));
  if (!company) return [];
  const { enterpriseCode } = company;
  const results = () =>
    resultsOf(itemsOf(world, 'Verifications').find((one) => one['enterpriseCode'] === enterpriseCode));
  const isEachMatch = () => results().length > 0 && results().every((result) => result === 'match');
  const found: Violation[] = [];
  const expect = (isTrue: boolean, kind: Violation['kind'], what: string) => {
    if (!isTrue) found.push({ kind, what: `${what}: ${String(enterpriseCode)}` });
  };

  const before = String(results());
  let hasFailed = false;
  await asking(world, enterpriseCode, ({ requestId }, { PoliceServiceUnavailable }) => {
    if (hasFailed) {
      expect(String(results()) === before, 'different', "an outage of the police's service decides about people");
      return { requestId, found: true, fields: MATCHING, status: 'active' };
    }
    hasFailed = true;
    throw new PoliceServiceUnavailable('busy', RETRY_AFTER_SECONDS);
  });
  expect(isEachMatch(), 'lost', "people are not checked after an outage of the police's service");

  const parked = itemsOf(world, 'Parked').length;
  await asking(world, enterpriseCode, (_request, { PoliceServiceRefused }) => {
    throw new PoliceServiceRefused('400');
  });
  expect(isEachMatch(), 'different', "a question that the police's service refuses decides about people");
  expect(
    itemsOf(world, 'Parked').length > parked,
    'lost',
    "nobody finds the question that the police's service refuses",
  );
  return found;
}

/** Somebody does not match, and nobody is unchecked, about whom the service might not be asked. */
const isAnswerable = (results: readonly unknown[]): boolean =>
  results.some((result) => result !== 'match') && !results.includes('unchecked');

/** Has a company's people checked by the service. */
async function asking(world: World, enterpriseCode: unknown, service: AskedService): Promise<void> {
  Object.assign(globalThis, { [ASKED]: service });
  try {
    world.queues.send(queueOf(world, '2-verify-people'), JSON.stringify({ enterpriseCode }));
    await untilQuiet(world);
  } finally {
    Object.assign(globalThis, { [ASKED]: undefined });
  }
}

const resultsOf = (verification: Attributes | undefined): readonly unknown[] =>
  verification ? (unpacked(verification)['people'] as readonly Attributes[]).map(({ result }) => result) : [];
