import { seeded } from '#test/support/seeded.ts';
import { actsOf } from './acts.ts';
import { type Scenario, scenarioOf, SCENARIOS } from './scenario.ts';

/** In the calmest run most functions end their work. */
const TEMPERS = [0.1, 0.3, 0.6, 1.2];
/** Every company is assessed again at the end of one run out of this number. */
const ANEW_ONE_IN = 5;

/** The values that a seed determines beside the choices. */
export interface RunPlan {
  readonly scenario: Scenario;
  /** The act with faults. */
  readonly at: number;
  /** The frequency of faults. */
  readonly temper: number;
  readonly isAnew: boolean;
}

export function planOf(seed: number): RunPlan {
  const chance = seeded(seed * 2 + 1);
  const [ofAct, ofTemper, ofAnew] = [chance(), chance(), chance()];
  const scenario = scenarioOf(seed % SCENARIOS);
  return {
    scenario,
    at: Math.floor(ofAct * actsOf(scenario).length),
    temper: TEMPERS[Math.floor(ofTemper * TEMPERS.length)] ?? 1,
    isAnew: ofAnew * ANEW_ONE_IN < 1,
  };
}
