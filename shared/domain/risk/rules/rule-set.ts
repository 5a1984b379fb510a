import data from './rule-set.json' with { type: 'json' };

/** Which rules count and how much: data, versioned as a whole, replayable over the past. */
export interface RuleSet {
  readonly version: string;
  /** Share of shell companies where the weights were calibrated; it sets the evidence that flagging takes. */
  readonly prevalence: number;
  /** The sum of weights from which a company is flagged: there the score is 50. */
  readonly flagAt: number;
  /** From this sum a company is watched. */
  readonly watchAt: number;
  /** Companies in a hundred that the police can look into: so deep a back-test measures the order of its scores. */
  readonly capacityPercent: number;
  /** By rule code: the version of the question and its weight, the natural logarithm of how much likelier it is of a shell. Rules not named are off. */
  readonly rules: Readonly<Record<string, { readonly version: number; readonly weight: number }>>;
}

/** The rule set in force. */
export const RULE_SET: RuleSet = data;
