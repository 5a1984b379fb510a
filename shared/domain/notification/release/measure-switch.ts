import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { ReleaseMode } from './release-policy.ts';

export type MeasureState = 'on' | 'off';

/** The number of different people who must agree to switch a directed measure, including the proposer. */
export type SwitchPolicy = Readonly<Record<MeasureState, ReleaseMode>>;

/** A proposed switch of a measure, with the document that directs it. */
export interface ProposedSwitch {
  readonly to: MeasureState;
  readonly number: string;
  readonly date: IsoDate;
  /** A pseudonym of the person, who is named in the log alone. */
  readonly proposer: string;
  /** ISO instant. */
  readonly proposedAt: string;
}

/** The present state of a measure, with a waiting switch if there is one. */
export interface SwitchedMeasure {
  readonly measure: Measure;
  readonly state: MeasureState;
  readonly proposed?: ProposedSwitch | undefined;
}

/** Whether a switch waits for a second person before it is in force. */
export const waitsForSecond = (to: MeasureState, policy: SwitchPolicy): boolean => policy[to] === 'two_officers';

/**
 * The reason why a person may not agree to a switch; undefined where they may. Anybody may withdraw a proposed switch.
 */
export const agreementRefusal = (pseudonym: string, { proposer }: ProposedSwitch): 'own_proposal' | undefined =>
  pseudonym === proposer ? 'own_proposal' : undefined;

/** The reason why a switch may not be proposed; undefined where it may. */
export function proposalRefusal(
  { state, proposed }: SwitchedMeasure,
  to: MeasureState,
  date: IsoDate,
  today: IsoDate,
): 'stands_already' | 'proposed_already' | 'document_of_the_future' | undefined {
  if (proposed) return 'proposed_already';
  if (state === to) return 'stands_already';
  return date > today ? 'document_of_the_future' : undefined;
}

/**
 * The number of days for which a proposal waits for a second person. After them it has lapsed and can be made again.
 */
const PROPOSAL_DAYS = 30;

/** The last day on which somebody may agree. @param proposedOn the day of the proposal (Asia/Ho_Chi_Minh) */
export const lastDayOfProposal = (proposedOn: IsoDate): IsoDate => addDays(proposedOn, PROPOSAL_DAYS);
