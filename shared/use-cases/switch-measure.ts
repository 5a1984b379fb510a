import {
  agreementRefusal,
  type MeasureState,
  type ProposedSwitch,
  proposalRefusal,
  type SwitchPolicy,
  waitsForSecond,
} from '#shared/domain/notification/release/measure-switch.ts';
import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import type { DirectedMeasures } from '#shared/contracts/directed-measures.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { DeskTask } from '#shared/contracts/operator-task.ts';
import type { RulesClock, WireClock } from '#shared/runtime/clock.ts';
import type { MeasureRecord, Measures } from '#shared/tables/measures.ts';
import { MEASURES_KEPT_SECONDS } from './measures-in-force.ts';

export interface SwitchPorts {
  readonly directed: Pick<Measures, 'all' | 'write'>;
  /** What the stage's configuration says of measures that nobody has switched. */
  readonly measuresAtFirst: DirectedMeasures;
  readonly switchPolicy: SwitchPolicy;
  readonly askOperatorTask: (tasks: readonly DeskTask[], delaySeconds?: number) => Promise<void>;
  /** Sends entries to the verifiable log. */
  readonly enter: (entries: readonly LogEntry[]) => Promise<void>;
  readonly rulesClock: Pick<RulesClock, 'today'>;
  readonly now: WireClock;
}

export interface SwitchProposal {
  readonly measure: Measure;
  readonly to: MeasureState;
  readonly number: string;
  readonly date: string;
  readonly officer: string;
}
export interface SwitchVote {
  readonly measure: Measure;
  /** The state of the measure's record that the officer saw. */
  readonly revision: number;
  readonly outcome: 'agree' | 'take_back';
  readonly officer: string;
}

export type SwitchResult =
  | 'proposed'
  | 'in_force'
  | 'taken_back'
  | 'changed_meanwhile'
  | 'own_proposal'
  | NonNullable<ReturnType<typeof proposalRefusal>>;

const LONGEST_HISTORY = 50;
/** By then no step works by the measures that stood before. */
const ASSESS_ALL_AFTER_SECONDS = 3 * MEASURES_KEPT_SECONDS;

type ReadPorts = Pick<SwitchPorts, 'directed' | 'measuresAtFirst'>;

/** The present state of each measure, whether or not anybody has switched it. */
export async function standingMeasures({ directed, measuresAtFirst }: ReadPorts): Promise<MeasureRecord[]> {
  const stored = new Map((await directed.all()).map((one) => [one.measure, one]));
  return MEASURES.map((measure) => stored.get(measure) ?? neverSwitched(measure, measuresAtFirst));
}

async function standingMeasure(measure: Measure, { directed, measuresAtFirst }: ReadPorts) {
  const stored = (await directed.all()).find((one) => one.measure === measure);
  return { record: stored ?? neverSwitched(measure, measuresAtFirst), stored };
}

const neverSwitched = (measure: Measure, measuresAtFirst: DirectedMeasures): MeasureRecord => ({
  measure,
  directedBy: measuresAtFirst[measure],
  changes: [],
  revision: 0,
});

/** Proposes to switch a measure by a document; where the policy needs nobody else it is in force at once. */
export async function proposeSwitch(asked: SwitchProposal, ports: SwitchPorts): Promise<SwitchResult> {
  const { measure, to, number, date, officer } = asked;
  const { record, stored } = await standingMeasure(measure, ports);
  const state = record.directedBy === 'off' ? 'off' : 'on';
  const refusal = proposalRefusal({ measure, state, proposed: record.proposed }, to, date, ports.rulesClock.today());
  if (refusal !== undefined) return refusal;
  const proposed = { to, number, date, proposedBy: officer, proposedAt: ports.now().toISOString() };
  if (!waitsForSecond(to, ports.switchPolicy)) return putInForce({ record, stored, proposed }, undefined, ports);
  const written = await ports.directed.write({ ...record, proposed, revision: record.revision + 1 }, stored);
  if (!written) return 'changed_meanwhile';
  await enter('proposed', { measure, proposed, officer }, ports);
  return 'proposed';
}

/** A second person agrees to what was proposed, or somebody takes it back. */
export async function voteOnSwitch(vote: SwitchVote, ports: SwitchPorts): Promise<SwitchResult> {
  const { measure, revision, outcome, officer } = vote;
  const { record, stored } = await standingMeasure(measure, ports);
  const { proposed, ...without } = record;
  if (!proposed || record.revision !== revision) return 'changed_meanwhile';
  if (outcome === 'agree') {
    return agreementRefusal(officer, proposed) ?? putInForce({ record: without, stored, proposed }, officer, ports);
  }
  if (!(await ports.directed.write({ ...without, revision: revision + 1 }, stored))) return 'changed_meanwhile';
  await enter('taken-back', { measure, proposed, officer }, ports);
  return 'taken_back';
}

interface Standing {
  readonly record: MeasureRecord;
  readonly stored: MeasureRecord | undefined;
  readonly proposed: ProposedSwitch;
}

/**
 * Everything is asked to be looked at again before the switch is written: a crash between the two costs a look too
 * many.
 */
async function putInForce(
  { record, stored, proposed }: Standing,
  agreedBy: string | undefined,
  ports: SwitchPorts,
): Promise<SwitchResult> {
  const { to, number, date } = proposed;
  await ports.askOperatorTask([{ task: 'assess-all' }], ASSESS_ALL_AFTER_SECONDS);
  const next: MeasureRecord = {
    measure: record.measure,
    directedBy: to === 'off' ? 'off' : { number, date },
    changes: [{ ...proposed, agreedBy, at: ports.now().toISOString() }, ...record.changes].slice(0, LONGEST_HISTORY),
    revision: record.revision + 1,
  };
  if (!(await ports.directed.write(next, stored))) return 'changed_meanwhile';
  const officer = agreedBy ?? proposed.proposedBy;
  await enter('in-force', { measure: record.measure, proposed, officer }, ports);
  return 'in_force';
}

interface Entered {
  readonly measure: Measure;
  readonly proposed: ProposedSwitch;
  readonly officer: string;
}

const enter = (
  step: 'proposed' | 'in-force' | 'taken-back',
  { measure, proposed, officer }: Entered,
  { enter: enterInLog, now }: Pick<SwitchPorts, 'enter' | 'now'>,
): Promise<void> => {
  const { to, number, date, proposedAt } = proposed;
  const says = { measure, step, to, number, date };
  const entry = {
    kind: 'measure-switched',
    at: now().toISOString(),
    by: actorOf({ officer }, 'province'),
    says,
  } as const;
  return enterInLog([entryOf(entry, { measure, step, proposedAt })]);
};
