import { entryOf } from '#shared/contracts/log-entries.ts';
import { untilQuiet } from './acts.ts';
import { type DeskUser, endingAfterDecision, entriesOf, overtakenAtWrite, sendForm } from './desks.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { keepingMessages } from './kept-messages.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { World } from './world.ts';

const province = (officer: string): DeskUser => ({ officer, group: 'province' });
const [AN, BINH] = [province('an'), province('binh')];
const MEASURE = 'foreignIp';
const OPERATOR = 'do-operator-task';

const SWEEP = 'sweep-due';
const A_MINUTE_MS = 60_000;
const LONG_AGO = '2025-01-01T00:00:00.000Z';

/**
 * A measure is switched once a second person agrees, and every company is to be assessed then. The function that takes the
 * vote ends once the switch is stored: whoever proposes the next one enters it in the log. Nobody agrees to a proposal that
 * has lapsed, and it can be made again.
 */
export async function findingsOfSwitchedMeasure(world: World): Promise<readonly Violation[]> {
  const asked = await keepingMessages(world, OPERATOR, () => switchInTurn(world));
  const left = (recordOf(world)?.['unentered'] ?? []) as readonly unknown[];
  const entered = entriesOf(world, 'measure-switched').map(
    ({ says }) => `${String(says['step'])} ${String(says['to'])}`,
  );
  return [
    ...asked.result,
    ...doubledIf(left.length > 0, 'an entry of a switch that is in the log is to be entered again'),
    ...lostUnless(
      asked.messages.some((one) => one.includes('assess-all')),
      'all are assessed once a measure is switched',
    ),
    ...lostUnless(
      entered.join() === 'proposed off,in-force off,proposed on,taken-back on',
      `the log has each step of a measure: ${entered.join()}`,
    ),
    ...(await findingsOfSettings(world)),
    ...(await findingsOfLapsed(world)),
  ];
}

/** A function has ended before it entered a switch. The measure is not among those that are in force once no step knows the earlier ones any more. */
async function findingsOfSettings(world: World): Promise<readonly Violation[]> {
  world.pass(A_MINUTE_MS);
  const at = new Date(world.now()).toISOString();
  const proposed = { measure: MEASURE, step: 'proposed', to: 'off', number: '1/KH-UBND', date: at.slice(0, 10) };
  const left = entryOf({ kind: 'measure-switched', at, by: 'operator', says: proposed }, { at });
  putItem(world, 'Measures', { ...recordOf(world), unentered: [left] });
  await keepingMessages(world, SWEEP, async () => {
    world.queues.send(queueOf(world, SWEEP), JSON.stringify({ reason: 'settings-changed', by: 'desk' }));
    await untilQuiet(world);
  });
  const measures = entriesOf(world, 'settings-changed').map(
    ({ says }) => says['measures'] as readonly unknown[] | undefined,
  );
  return [
    ...lostUnless(
      entriesOf(world, 'measure-switched').some(({ id }) => id === left.id),
      'the log has a switch whose function ended, once the settings are entered',
    ),
    ...doubledIf(
      measures.findLast((one) => one !== undefined)?.includes(MEASURE) !== false,
      'a measure is in force that was switched off',
    ),
  ];
}

async function findingsOfLapsed(world: World): Promise<readonly Violation[]> {
  const record = recordOf(world);
  const proposed = {
    to: 'on',
    number: '1/KH-UBND',
    date: LONG_AGO.slice(0, 10),
    proposer: 'somebody',
    proposedAt: LONG_AGO,
  };
  putItem(world, 'Measures', { ...record, proposed, revision: Number(record?.['revision']) + 1 });
  const isLateTaken = await vote(world, BINH, 'agree');
  const isProposedAnew = await propose(world, AN, 'on');
  return [
    ...doubledIf(isLateTaken !== false || isOn(world), 'somebody agrees to a switch that has lapsed'),
    ...lostUnless(isProposedAnew === true, 'a switch that has lapsed can be proposed again'),
  ];
}

async function switchInTurn(world: World): Promise<readonly Violation[]> {
  const isProposed = await propose(world, AN, 'off');
  const isTwice = await propose(world, BINH, 'off');
  const isOwnTaken = await vote(world, AN, 'agree');
  const isOtherTaken = await vote(world, BINH, 'agree', 99);
  const isOvertakenTaken = await overtakenAtWrite(world, 'Measures', () => vote(world, BINH, 'agree'));
  const isEarly = !isOn(world);
  await endingAfterDecision(world, 'Measures', () => vote(world, BINH, 'agree'));
  const isOff = !isOn(world);
  const isNext = await propose(world, BINH, 'on');
  const isTakenBack = await vote(world, AN, 'take_back');
  const isLateTaken = await vote(world, AN, 'agree');
  return [
    ...lostUnless(isProposed === true, 'a switch is proposed'),
    ...doubledIf(isTwice !== false, 'a switch is proposed twice'),
    ...doubledIf(isOwnTaken !== false, 'somebody agrees to their own switch'),
    ...doubledIf(isOtherTaken !== false, 'somebody agrees to a switch that they have not seen'),
    ...doubledIf(isOvertakenTaken !== false, 'a switch is taken that is not stored'),
    ...doubledIf(isEarly, 'a measure is switched by one person'),
    ...lostUnless(isOff, 'a measure is switched once two people agree'),
    ...lostUnless(isNext === true, 'a measure that is off can be switched on'),
    ...lostUnless(isTakenBack === true, 'a proposed switch is withdrawn'),
    ...doubledIf(isLateTaken !== false || isOn(world), 'somebody agrees to a switch that was withdrawn'),
  ];
}

const propose = (world: World, user: DeskUser, to: 'on' | 'off'): Promise<boolean | undefined> =>
  sendForm(world, user, '/province/measures', { measure: MEASURE, to, number: '12/KH-UBND', date: '01/12/2025' });

/** Votes on the switch that stands, unless another state is named. */
const vote = (
  world: World,
  user: DeskUser,
  outcome: 'agree' | 'take_back',
  other?: number,
): Promise<boolean | undefined> =>
  sendForm(world, user, '/province/measures/vote', {
    measure: MEASURE,
    revision: String(other ?? recordOf(world)?.['revision']),
    outcome,
  });

const recordOf = (world: World) => itemsOf(world, 'Measures').find((one) => one['measure'] === MEASURE);

const isOn = (world: World): boolean => recordOf(world)?.['directedBy'] !== 'off';
