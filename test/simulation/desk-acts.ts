import { seeded } from '#test/support/seeded.ts';
import { findingsOfQuestion } from './asked-question.ts';
import { findingsOfObjection } from './decided-objection.ts';
import type { Violation } from './end-state.ts';
import { findingsOfExpiry } from './expired-notice.ts';
import { findingsOfFilesTakenBack } from './file-taken-back-by-two.ts';
import { findingsOfDeadLetters } from './moved-dead-letters.ts';
import { findingsOfOperatorTasks } from './operator-tasks.ts';
import { findingsOfOwnListing } from './own-listing.ts';
import { findingsOfReleases } from './released-notices.ts';
import { findingsOfSettledTasks } from './settled-tasks.ts';
import { findingsOfReport } from './issued-report.ts';
import { findingsOfSwitchedMeasure } from './switched-measure.ts';
import { findingsOfWitnesses } from './witnessed-log.ts';
import type { World } from './world.ts';

/** The probability of each of the two parts. */
const SHARE = 0.375;

/** What people do at the desks, of which a run has one part or neither, by its seed. It comes last. */
export async function findingsOfDesks(world: World, seed: number): Promise<readonly Violation[]> {
  const chance = seeded(seed)();
  if (chance < SHARE) return ofTwoPeople(world);
  return chance < 1 - SHARE ? [] : ofOnePerson(world);
}

/** From now on nothing that two people decide on happens by itself. */
async function ofTwoPeople(world: World): Promise<readonly Violation[]> {
  world.invocations.decideInTwos();
  return [
    ...(await findingsOfReleases(world)),
    ...(await findingsOfFilesTakenBack(world)),
    ...(await findingsOfSwitchedMeasure(world)),
    ...(await findingsOfExpiry(world)),
  ];
}

const ofOnePerson = async (world: World): Promise<readonly Violation[]> => [
  ...(await findingsOfObjection(world)),
  ...(await findingsOfOwnListing(world)),
  ...(await findingsOfQuestion(world)),
  ...(await findingsOfOperatorTasks(world)),
  ...(await findingsOfDeadLetters(world)),
  ...(await findingsOfSettledTasks(world)),
  ...(await findingsOfReport(world)),
  ...(await findingsOfWitnesses(world)),
];
