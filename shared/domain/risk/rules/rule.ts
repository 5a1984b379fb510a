import type { Measure } from '#shared/domain/risk/measure.ts';
import type { SignalKind } from '../facts/company-facts.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import type { Evidence, EvidenceKind } from './finding.ts';

/** What must be there for a rule to find anything, seen at a glance. */
export type RulePrecondition = (reading: CompanyProfile) => boolean;

/**
 * Who says what a finding rests on. `bank` stands for the banks that the evidence comes from; `registry`, `police`, `tax`,
 * `insurance` (the social insurance office) and `others` (other companies' facts) are one sender each.
 */
export type FindingSender = 'police' | 'registry' | 'tax' | 'insurance' | 'inspector' | 'bank' | 'others';

/** A kind of rows: a feed, or one kind of signal of the activities feed. */
export type FindingSource = 'registrations' | 'identities' | 'accounts' | 'flows' | 'suspicious-accounts' | SignalKind;

/**
 * What a finding says of a company to those who share something with it: `grave` hardly ever befalls an honest company,
 * `bad` seldom does. Absent: it says nothing to others.
 */
export type SignToOthers = 'grave' | 'bad';

/**
 * A question asked of a company's facts (dấu hiệu), as a value: it can be listed, tested alone and replayed. All that
 * is known of a rule stands in its record, except its weight, which is fitted (`rule-set.json`).
 */
export interface RuleRecord<E extends Evidence = Evidence> {
  /** Rises when the question, its figures or its sentence change. */
  readonly version: number;
  readonly kind: EvidenceKind;
  readonly sender: FindingSender;
  /** What it asks, in Vietnamese. */
  readonly question: string;
  readonly legalBasis: string;
  /** The fact it speaks of. Rules about one fact are proxies of one another: the heaviest found counts, once. */
  readonly fact: string;
  /** The rows of the company that a finding rests on, which the dossier cites. */
  readonly restsOn: readonly FindingSource[];
  /** The graver rule of which this one is a milder step: its weight never exceeds that one's. */
  readonly milderThan?: string | undefined;
  readonly sign?: SignToOthers;
  /** Its weight never exceeds this, whatever the examples say: the argument stands beside the rule. */
  readonly atMost?: number;
  /** Speaks for the company (giảm nhẹ): its weight is never above 0. */
  readonly relief?: true;
  /** Flags by itself. */
  readonly hard?: true | undefined;
  /**
   * Another month cannot undo it, or money leaves within minutes: where it counts, a score that flags is not asked to stand
   * first.
   */
  readonly urgent?: true | undefined;
  /** Only where the stage has this measure switched on (khi có chỉ đạo). */
  readonly measure?: Measure;
  /** Where it doesn't hold the rule finds nothing and isn't asked. */
  readonly needs?: RulePrecondition;
  /** The evidence, in figures; undefined where nothing is found or nothing is covered. */
  evaluate(this: void, reading: CompanyProfile): E | undefined;
  /** One Vietnamese sentence from which a reader can recompute the finding. */
  message(this: void, evidence: E): string;
}

/** A rule and the code it is known by. */
export interface Rule<E extends Evidence = Evidence> extends RuleRecord<E> {
  readonly code: string;
}

/** Types a record by its own evidence. */
export const rule = <E extends Evidence>(record: RuleRecord<E>): RuleRecord<E> => record;

/** Legal basis of a figure that no law sets. */
export const OPERATIONAL_INDICATOR = 'chỉ số nghiệp vụ';
