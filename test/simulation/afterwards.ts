import { seeded } from '#test/support/seeded.ts';
import { findingsOfAssessing, findingsOfRenewal } from './assessed-afterwards.ts';
import { findingsOfCalls } from './calls-of-waiting.ts';
import { findingsOfCorrectedFile } from './corrected-file.ts';
import { findingsOfDroppedAgain } from './dropped-again.ts';
import { findingsOfLeftOutMeanwhile } from './left-out-meanwhile.ts';
import { findingsOfRestoredLog } from './restored-log.ts';
import { findingsOfDesks } from './desk-acts.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { queueOf } from './queue-of.ts';
import { findingsOfGivenUpFile } from './given-up-file.ts';
import { findingsOfPoliceService } from './police-service.ts';
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
    ...(await (isEven ? findingsOfReleasedFile(world) : findingsOfPeopleAndGivenUp(world))),
    ...(await findingsOfDrops(world, seed)),
    ...(await findingsOfDesks(world, seed)),
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

const findingsOfPeopleAndGivenUp = async (world: World): Promise<readonly Violation[]> => [
  ...(await findingsOfStrayNumber(world)),
  ...(await findingsOfPoliceService(world)),
  ...(await findingsOfGivenUpFile(world)),
];

/**
 * Drops of one name follow each other, of an office, of the police and a carrier, or with a decision: some runs have
 * one of these, by their seed. They are rare, because they may cost several times as much as the act of a run.
 */
async function findingsOfDrops(world: World, seed: number): Promise<readonly Violation[]> {
  const chance = seeded(seed + 1)();
  if (chance < 0.1) return findingsOfCorrectedFile(world);
  if (chance < 0.2) return findingsOfDroppedAgain(world);
  return chance < 0.26 ? findingsOfLeftOutMeanwhile(world) : [];
}
