import type { Reading } from '../facts/reading.ts';
import type { Measure } from '../notice/bank-notice.ts';
import type { Evidence, RuleGroup } from './finding.ts';

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
  /** The evidence, in figures; undefined where nothing is found or nothing was heard. */
  evaluate(reading: Reading): E | undefined;
  /** One Vietnamese sentence from which a reader can recompute the finding. */
  message(evidence: E): string;
}

/** Legal basis of a figure that no law sets. */
export const PRACTICE = 'chỉ số nghiệp vụ';
