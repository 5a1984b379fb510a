import { untilQuiet } from './acts.ts';
import { type DeskUser, entriesOf, sendForm } from './desks.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { listAccount } from './listed-accounts.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { BANK } from './scenario.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { World } from './world.ts';

const OFFICER: DeskUser = { officer: 'an', group: 'police' };
const RESTS_MS = 20_000;
const ERROR = { status: 500 };
const REFUSAL = { status: 422 };
/** After so many calls the endpoint takes the question after all. */
const MOST_CALLS = 3;

/**
 * An officer asks the bank of a listed account. Its endpoint rests, and then fails once: it is sent the question when it has
 * rested, again until it takes it, and not after that.
 */
export async function findingsOfQuestion(world: World): Promise<readonly Violation[]> {
  const { accountRef, noticeId } = await listAccount(world, '1112223334', { code: 4 }, BANK);
  const receiver = itemsOf(world, 'Receivers').find((one) => one['receiver'] === BANK);
  const restsUntil = world.now() + RESTS_MS;
  const health = { failures: 3, restUntil: new Date(restsUntil).toISOString() };
  putItem(world, 'Receivers', { ...receiver, mode: 'push', health });
  const calls: { readonly id: string; readonly at: number }[] = [];
  world.endpoint = (id) => (calls.push({ id, at: world.now() }) === 1 ? ERROR : undefined);
  const isAsked = await sendForm(world, OFFICER, `/police/accounts/${accountRef}/questions`, { ask: ['status'] });
  const [first, ...others] = calls;
  const again = { receiver: BANK, noticeId, questionId: first?.id, tries: 0 };
  world.queues.send(queueOf(world, 'deliver-notice'), JSON.stringify(again));
  await untilQuiet(world);
  const refused = await callsOfRefused(world, accountRef);
  world.endpoint = undefined;
  putItem(world, 'Receivers', { ...receiver });
  return [
    ...lostUnless(isAsked === true, 'a bank is asked'),
    ...doubledIf(first !== undefined && first.at < restsUntil, 'an endpoint is asked that rests'),
    ...lostUnless(others.length > 0, 'a bank is sent a question until it takes it'),
    ...doubledIf(calls.length > 2, 'a bank is sent a question that it has taken'),
    ...lostUnless(refused > 0, 'a bank is asked another question'),
    ...doubledIf(refused > 1, 'a bank is sent a question again that its endpoint has refused'),
    ...lostUnless(entriesOf(world, 'question-asked').length > 0, 'the log has a question to a bank'),
  ];
}

/** How often an endpoint is called with a question that it refuses. */
async function callsOfRefused(world: World, accountRef: string): Promise<number> {
  const receiver = itemsOf(world, 'Receivers').find((one) => one['receiver'] === BANK);
  putItem(world, 'Receivers', { ...receiver, health: undefined });
  let calls = 0;
  world.endpoint = () => ((calls += 1) > MOST_CALLS ? undefined : REFUSAL);
  await sendForm(world, OFFICER, `/police/accounts/${accountRef}/questions`, { ask: ['flows'] });
  return calls;
}
