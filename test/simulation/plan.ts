import { seeded } from '#test/support/seeded.ts';
import { actBefore, actsOf } from './acts.ts';
import { type Scenario, SCENARIOS, scenarioOf } from './scenario.ts';

const TEMPERS = [0.15, 0.5, 1, 2];
/** One run out of this number has faults in all acts; the others have faults in one act alone. */
const WHOLE_ONE_IN = 100;
/** Every company is assessed again at the end of one run out of this number. */
const ANEW_ONE_IN = 2;

/**
 * The values that a seed determines beside the choices: the scenario, the acts with faults, and the frequency of
 * faults.
 */
export function planOf(seed: number) {
  const chance = seeded(seed * 2 + 1);
  const [ofAct, ofTemper, isWhole, isAnew] = [
    chance(),
    chance(),
    chance() * WHOLE_ONE_IN < 1,
    chance() * ANEW_ONE_IN < 1,
  ];
  const scenario = scenarioOf(seed % SCENARIOS);
  const all = actsOf(scenario);
  const act = Math.floor(ofAct * all.length);
  return {
    scenario,
    acts: isWhole ? wholeRun(scenario, act) : [act],
    temper: TEMPERS[Math.floor(ofTemper * TEMPERS.length)] ?? 1,
    // The next act goes on from what was assessed anew
    isAnew: isAnew || isWhole,
  };
}

/** All acts up to the given one, or to the first decision about a file. */
function wholeRun(scenario: Scenario, act: number): readonly number[] {
  const last = Math.max(act, actsOf(scenario).length - scenario.decided.length);
  const acts = [last];
  for (let at = actBefore(scenario, last); at !== undefined; at = actBefore(scenario, at)) acts.unshift(at);
  return acts;
}
