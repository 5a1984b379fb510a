import type { Chance } from './chance.ts';
import { HeldWrites } from './held-writes.ts';
import { AlwaysOvertaken, OvertakenAnew } from './overtaking.ts';
import { Silence } from './silence.ts';

/** What a run does to one function on purpose, beside the faults of chance. */
export interface Disturbance {
  readonly overtakenAnew: OvertakenAnew;
  readonly overtaking?: AlwaysOvertaken;
  readonly silence?: Silence;
  readonly heldWrites?: HeldWrites;
}

/** The seed says which of them a run has. */
export function disturbanceOf(chance: Chance): Disturbance {
  const overtakenAnew = new OvertakenAnew(chance);
  switch (chance.fixed([3, 3, 2, 2])) {
    case 1:
      return { overtakenAnew, overtaking: new AlwaysOvertaken(chance) };
    case 2:
      return { overtakenAnew, silence: new Silence(chance) };
    case 3:
      return { overtakenAnew, heldWrites: new HeldWrites(chance) };
    default:
      return { overtakenAnew };
  }
}
