import type { Chance } from './chance.ts';
import { HeldWrites } from './held-writes.ts';
import { AlwaysOvertaken } from './overtaking.ts';
import { Silence } from './silence.ts';

/** What a run does to one function on purpose, beside the faults of chance. */
export interface Disturbance {
  readonly overtaking?: AlwaysOvertaken;
  readonly silence?: Silence;
  readonly heldWrites?: HeldWrites;
}

/** The seed says which of them a run has; a third of the runs has none. */
export function disturbanceOf(chance: Chance): Disturbance {
  switch (chance.fixed([3, 2, 2, 2])) {
    case 1:
      return { overtaking: new AlwaysOvertaken(chance) };
    case 2:
      return { silence: new Silence(chance) };
    case 3:
      return { heldWrites: new HeldWrites(chance) };
    default:
      return {};
  }
}
