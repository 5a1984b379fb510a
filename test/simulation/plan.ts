import { seeded } from '#test/support/seeded.ts';
import { actBefore, actsOf } from './acts.ts';
import { ALL_FEATURES, type Features, someFeatures } from './features.ts';
import { LARGE_SCENARIOS, type Scenario, scenarioOf, SMALL_SCENARIOS } from './scenario.ts';

/** In a small run most functions still end their work at the highest frequency. */
const TEMPERS = { large: [0.15, 0.5, 1, 2], small: [0.1, 0.3, 0.6, 1.2] };
/** One run out of this number is large: it has more files in an act and leaves nothing out. */
const LARGE_ONE_IN = 8;
/** One run out of this number has faults in all acts; the others have faults in one act alone. */
const WHOLE_ONE_IN = { large: 100, small: 400 };
/** Every company is assessed again at the end of one run out of this number. */
const ANEW_ONE_IN = { large: 2, small: 5 };

/** The values that a seed determines beside the choices. */
export interface RunPlan {
  readonly scenario: Scenario;
  /** The acts with faults. */
  readonly acts: readonly number[];
  /** The frequency of faults. */
  readonly temper: number;
  readonly isAnew: boolean;
  readonly features: Features;
  /** The number from which the choices follow. */
  readonly choosesBy: number;
}

export const planOf = (seed: number): RunPlan =>
  seed % LARGE_ONE_IN === 0 ? planOfSize(seed / LARGE_ONE_IN, 'large') : planOfSize(seed, 'small');

function planOfSize(number: number, size: 'large' | 'small'): RunPlan {
  const chance = seeded(number * 2 + 1);
  const [ofAct, ofTemper, isWhole, isAnew] = [
    chance(),
    chance(),
    chance() * WHOLE_ONE_IN[size] < 1,
    chance() * ANEW_ONE_IN[size] < 1,
  ];
  const scenario = scenarioOf(
    size === 'large' ? number % LARGE_SCENARIOS : LARGE_SCENARIOS + (number % SMALL_SCENARIOS),
  );
  const all = actsOf(scenario);
  const act = Math.floor(ofAct * all.length);
  return {
    scenario,
    acts: isWhole ? wholeRun(scenario, act) : [act],
    temper: TEMPERS[size][Math.floor(ofTemper * TEMPERS[size].length)] ?? 1,
    // The next act goes on from what was assessed anew
    isAnew: isAnew || isWhole,
    features: size === 'large' ? ALL_FEATURES : featuresOf(chance, isWhole),
    choosesBy: number,
  };
}

/** What a stopped drop leaves in the record of its file would have to be known in later acts. */
function featuresOf(chance: () => number, isWhole: boolean): Features {
  const features = someFeatures(chance);
  return isWhole ? { ...features, stops: false } : features;
}

/** All acts up to the given one, or to the first decision about a file. */
function wholeRun(scenario: Scenario, act: number): readonly number[] {
  const last = Math.max(act, actsOf(scenario).length - scenario.decided.length);
  const acts = [last];
  for (let at = actBefore(scenario, last); at !== undefined; at = actBefore(scenario, at)) acts.unshift(at);
  return acts;
}
