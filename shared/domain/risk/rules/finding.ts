import type { Sender } from '../senders/sender.ts';

/** A value of a named figure in a finding, with which a reader can recompute the finding by hand. */
export type Evidence = Readonly<Record<string, string | number | boolean>>;

/**
 * The kinds of evidence. Two kinds are independent: a forger of one does not thereby forge the other. `identity`: the
 * people of the company; `money`: the flow of money; `sales`: declarations and invoices; `registration`: age and
 * changes of the company; `account`: the users of its accounts and their places; `authority`: findings of an authority
 * or inspector; `means`: the staff needed for its turnover; `tie`: values shared with other companies.
 */
export const EVIDENCE_KINDS = [
  'identity',
  'money',
  'sales',
  'registration',
  'account',
  'authority',
  'means',
  'tie',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A finding (dấu hiệu): the rule's question, the evidence, and the legal basis. */
export interface Finding {
  readonly code: string;
  readonly version: number;
  readonly weight: number;
  readonly evidence: Evidence;
  readonly legalBasis: string;
  /** The finding as one Vietnamese sentence. */
  readonly message: string;
}

export type Verdict = 'clear' | 'watch' | 'flagged';

export interface Assessment {
  readonly verdict: Verdict;
  /** The score 0…100, which is the probability of danger in per cent, rounded to 2 decimals. */
  readonly score: number;
  readonly findings: readonly Finding[];
  /**
   * Whether the company is only watched and will be flagged once its score has lasted for the closed months that the
   * rule set demands.
   */
  readonly awaitsMonth?: true;
  /** Of a company that is flagged or watched: the senders without whose rows the rest of the evidence does not stand. */
  readonly leansOn?: readonly Sender[];
  /** Those of them beside whose word hardly anything speaks against it. */
  readonly saidOnlyBy?: readonly Sender[];
  /** Whether it is only watched because what these senders say is not enough alone. */
  readonly isAlone?: true;
  /** Whether it is only watched because more companies than usual lean on one of these senders, or that was not counted yet. */
  readonly isDoubted?: true;
  /** Of a company that is only watched: the senders whose favourable rows alone keep it from being watched or flagged otherwise. */
  readonly heldDownBy?: readonly Sender[];
}
