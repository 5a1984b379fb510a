import { findingsOfAssessing, findingsOfRenewal } from './assessed-afterwards.ts';
import { findingsOfCalls } from './calls-of-waiting.ts';
import { findingsOfRestoredLog } from './restored-log.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { queueOf } from './queue-of.ts';
import { findingsOfGivenUpFile } from './given-up-file.ts';
import { findingsOfReleasedFile } from './released-file.ts';
import { findingsOfStrayNumber } from './stray-number.ts';
import { findingsOfBankThatChanges, findingsOfUnanswered } from './unanswered-notice.ts';
import { untilQuiet } from './acts.ts';
import { findingsOfRefusedCalls } from './refused-calls.ts';
import { findingsOfNumbers } from './uncertain-numbers.ts';
import type { World } from './world.ts';

/** A message waits so long in its queue that the company is assessed meanwhile. */
const WAITS_SECONDS = 600;
const APART_MS = 10_000;

/**
 * What only days or a rare order of two messages bring about, without faults. It comes after a run was compared, so that
 * it changes neither the comparison nor the choices of the run.
 */
export async function findingsAfterwards(world: World, seed: number): Promise<readonly Violation[]> {
  await tellAgainLate(world);
  // The number of steps decides, which is no choice of the run
  const isEven = world.steps % 2 === 0;
  return [
    ...(await findingsOfCalls(world, seed)),
    ...(await findingsOfNumbers(world)),
    ...(await findingsOfRefusedCalls(world)),
    ...(await findingsOfUnanswered(world)),
    ...(await findingsOfBankThatChanges(world)),
    ...(await findingsOfAssessing(world)),
    ...(await findingsOfRenewal(world)),
    ...(await findingsOfRestoredLog(world)),
    ...(await (isEven ? findingsOfReleasedFile(world) : findingsOfStrayAndGivenUp(world))),
  ];
}

/**
 * A message after a restored table asks that all are told of a company again, and another message has the company
 * assessed before it. `order-of-ends.ts` asks of it that the company is assessed once more.
 */
async function tellAgainLate(world: World): Promise<void> {
  const assessed = itemsOf(world, 'Assessments').find(({ dueShard }) => dueShard !== undefined);
  if (!assessed) return;
  const { enterpriseCode } = assessed;
  const queue = queueOf(world, '3-assess-company');
  world.queues.send(queue, JSON.stringify({ enterpriseCode, renotify: true }), WAITS_SECONDS);
  world.pass(APART_MS);
  world.queues.send(queue, JSON.stringify({ enterpriseCode }));
  await untilQuiet(world);
}

const findingsOfStrayAndGivenUp = async (world: World): Promise<readonly Violation[]> => [
  ...(await findingsOfStrayNumber(world)),
  ...(await findingsOfGivenUpFile(world)),
];
