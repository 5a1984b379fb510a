import {
  agreementRefusal,
  lastDayOfProposal,
  type MeasureState,
  type ProposedSwitch,
  proposalRefusal,
  type SwitchPolicy,
  waitsForSecond,
} from '#shared/domain/notification/release/measure-switch.ts';
import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import type { DirectedMeasures } from '#shared/contracts/directed-measures.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { EnterInLog, LogEntry } from '#shared/contracts/log-entry.ts';
import type { DeskTask } from '#shared/contracts/operator-task.ts';
import type { RulesClock, RealClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { MeasureRecord, Measures } from '#shared/tables/measures.ts';
import { enterSwitches } from './enter-switches.ts';
import { MEASURES_KEPT_SECONDS } from './measures-in-force.ts';

export interface SwitchPorts {
  readonly directed: Pick<Measures, 'all' | 'write' | 'markEntered'>;
  /** The measures of the stage's configuration, for those that nobody has switched. */
  readonly measuresAtFirst: DirectedMeasures;
  readonly switchPolicy: SwitchPolicy;
  readonly requestOperatorTask: (tasks: readonly DeskTask[], delaySeconds?: number) => Promise<void>;
  readonly enter: EnterInLog;
  readonly rulesClock: Pick<RulesClock, 'today' | 'dayOf'>;
  readonly now: RealClock;
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
/** The delay after which no step uses the earlier measures any more. */
export const ASSESS_ALL_AFTER_SECONDS = 3 * MEASURES_KEPT_SECONDS;

type ReadPorts = Pick<SwitchPorts, 'directed' | 'measuresAtFirst' | 'rulesClock'>;

/** The present state of each measure, whether or not anybody has switched it; a proposal that has lapsed is none. */
export async function standingMeasures({ directed, measuresAtFirst, rulesClock }: ReadPorts): Promise<MeasureRecord[]> {
  const stored = new Map((await directed.all()).map((one) => [one.measure, one]));
  return MEASURES.map((measure) =>
    withoutLapsed(stored.get(measure) ?? neverSwitched(measure, measuresAtFirst), rulesClock),
  );
}

async function standingMeasure(measure: Measure, { directed, measuresAtFirst, rulesClock }: ReadPorts) {
  const stored = (await directed.all()).find((one) => one.measure === measure);
  return { record: withoutLapsed(stored ?? neverSwitched(measure, measuresAtFirst), rulesClock), stored };
}

const neverSwitched = (measure: Measure, measuresAtFirst: DirectedMeasures): MeasureRecord => ({
  measure,
  directedBy: measuresAtFirst[measure],
  changes: [],
  unentered: [],
  revision: 0,
});

function withoutLapsed({ proposed, ...rest }: MeasureRecord, rulesClock: ReadPorts['rulesClock']): MeasureRecord {
  if (!proposed) return rest;
  const lastDay = lastDayOfProposal(rulesClock.dayOf(new Date(proposed.proposedAt)));
  return rulesClock.today() > lastDay ? rest : { ...rest, proposed };
}

/** Distinguishes the proposer from everybody else without a name: nobody can guess a sign-in id from it. */
export const pseudonymOf = (officer: string, { proposedAt }: Pick<ProposedSwitch, 'proposedAt'>): string =>
  contentId({ officer, proposedAt });

/** Proposes to switch a measure by a document; where the policy needs no second person the switch is in force at once. */
export async function proposeSwitch(asked: SwitchProposal, ports: SwitchPorts): Promise<SwitchResult> {
  const { measure, to, number, date, officer } = asked;
  const { record, stored } = await standingMeasure(measure, ports);
  const state = record.directedBy === 'off' ? 'off' : 'on';
  const refusal = proposalRefusal({ measure, state, proposed: record.proposed }, to, date, ports.rulesClock.today());
  if (refusal !== undefined) return refusal;
  const proposedAt = ports.now().toISOString();
  const proposed = { to, number, date, proposer: pseudonymOf(officer, { proposedAt }), proposedAt };
  if (!waitsForSecond(to, ports.switchPolicy)) return putInForce({ record, stored, proposed, officer }, ports);
  const next = { ...record, proposed };
  return written(next, entryFor('proposed', { measure, proposed, officer }, ports), stored, 'proposed', ports);
}

/** Records that a second person agrees to a proposed switch, or that somebody withdraws it. */
export async function voteOnSwitch(vote: SwitchVote, ports: SwitchPorts): Promise<SwitchResult> {
  const { measure, revision, outcome, officer } = vote;
  const { record, stored } = await standingMeasure(measure, ports);
  const { proposed, ...without } = record;
  if (!proposed || record.revision !== revision) return 'changed_meanwhile';
  if (outcome === 'take_back') {
    const entry = entryFor('taken-back', { measure, proposed, officer }, ports);
    return written(without, entry, stored, 'taken_back', ports);
  }
  const refusal = agreementRefusal(pseudonymOf(officer, proposed), proposed);
  return refusal ?? putInForce({ record: without, stored, proposed, officer }, ports);
}

interface Standing {
  readonly record: MeasureRecord;
  readonly stored: MeasureRecord | undefined;
  readonly proposed: ProposedSwitch;
  readonly officer: string;
}

/**
 * The sweep of all companies is requested before the switch is written, so that a crash in between only causes a
 * needless sweep.
 */
async function putInForce({ record, stored, proposed, officer }: Standing, ports: SwitchPorts): Promise<SwitchResult> {
  const { measure } = record;
  const { to, number, date } = proposed;
  await ports.requestOperatorTask([{ task: 'assess-all' }], ASSESS_ALL_AFTER_SECONDS);
  const next: MeasureRecord = {
    ...record,
    directedBy: to === 'off' ? 'off' : { number, date },
    changes: [{ to, number, date, at: ports.now().toISOString() }, ...record.changes].slice(0, LONGEST_HISTORY),
  };
  return written(next, entryFor('in-force', { measure, proposed, officer }, ports), stored, 'in_force', ports);
}

/** The entry is written with the switch, so that no crash loses it: the next writer or sweep enters what is left. */
async function written<R extends SwitchResult>(
  next: MeasureRecord,
  entry: LogEntry,
  stored: MeasureRecord | undefined,
  result: R,
  ports: SwitchPorts,
): Promise<R | 'changed_meanwhile'> {
  const record = { ...next, unentered: [...next.unentered, entry], revision: next.revision + 1 };
  if (!(await ports.directed.write(record, stored))) return 'changed_meanwhile';
  await enterSwitches([record], ports);
  return result;
}

interface Entered {
  readonly measure: Measure;
  readonly proposed: ProposedSwitch;
  readonly officer: string;
}

function entryFor(
  step: 'proposed' | 'in-force' | 'taken-back',
  { measure, proposed, officer }: Entered,
  { now }: Pick<SwitchPorts, 'now'>,
): LogEntry {
  const { to, number, date, proposedAt } = proposed;
  const says = { measure, step, to, number, date };
  const at = now().toISOString();
  const by = actorOf({ officer }, 'province');
  return entryOf({ kind: 'measure-switched', at, by, says }, { measure, step, proposedAt });
}
