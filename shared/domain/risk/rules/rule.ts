import type { CompanyProfile } from '../facts/company-profile.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { Evidence, RuleGroup } from './finding.ts';

/** What must be there for a rule to find anything, seen at a glance. */
export type Need = (reading: CompanyProfile) => boolean;

/** A question asked of a company's facts (dấu hiệu), as a value: it can be listed, tested alone and replayed. */
export interface Rule<E extends Evidence = Evidence> {
  readonly code: string;
  /** Rises when the question, its figures or its sentence change. */
  readonly version: number;
  readonly group: RuleGroup;
  /** What it asks, in Vietnamese. */
  readonly question: string;
  readonly legalBasis: string;
  /** The fact it speaks of. Rules about one fact are proxies of one another: the heaviest found counts, once. */
  readonly fact: string;
  /** Flags by itself. */
  readonly hard?: true;
  /** Only where the stage has this measure switched on (khi có chỉ đạo). */
  readonly measure?: Measure;
  /** Where it doesn't hold the rule finds nothing and isn't asked. */
  readonly needs?: Need;
  /** The evidence, in figures; undefined where nothing is found or nothing was heard. */
  evaluate(this: void, reading: CompanyProfile): E | undefined;
  /** One Vietnamese sentence from which a reader can recompute the finding. */
  message(this: void, evidence: E): string;
}

/** Rules that need the same: where it isn't there, one look spares asking any of them. */
export const needing = (needs: Need, rules: readonly Rule[]): readonly Rule[] =>
  rules.map((rule) => ({ ...rule, needs }));

/** Legal basis of a figure that no law sets. */
export const PRACTICE = 'chỉ số nghiệp vụ';
