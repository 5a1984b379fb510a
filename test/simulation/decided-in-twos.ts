import { everyAct } from '#shared/domain/notification/release/release-policy.ts';

const TWO = 'two_officers';
const byLevel = { watch: everyAct(TWO), act: everyAct(TWO) };

/** What two people have to decide on: each notice to a bank, each file that is taken back, and each switch of a measure. */
const IN_TWOS: Readonly<Record<string, string>> = {
  RELEASE_POLICY: JSON.stringify({
    police: { watch: everyAct('automatic'), act: everyAct('automatic') },
    bank: byLevel,
    namingDecision: TWO,
  }),
  TAKING_BACK_POLICY: TWO,
  SWITCH_POLICY: JSON.stringify({ on: TWO, off: TWO }),
};

/** The desks have the real clock, by which what nobody agrees to lapses. */
const OF_DESKS = { RULES_CLOCK: 'real' };

/** A step's variables, by which two people have to decide wherever the stage says how many. */
export const decidedInTwos = (environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...environment,
  ...('SWITCH_POLICY' in environment && OF_DESKS),
  ...Object.fromEntries(Object.entries(IN_TWOS).filter(([name]) => name in environment)),
});
