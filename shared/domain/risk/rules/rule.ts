import type { Measure } from '#shared/domain/risk/measure.ts';
import type { FindingSource } from '../senders/writers.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import type { Figure, Figures, Said } from './figure.ts';
import type { Evidence, EvidenceKind } from './finding.ts';

/** The data that a rule needs to find anything, which can be tested cheaply. */
export type RulePrecondition = (reading: CompanyProfile) => boolean;

/**
 * How a finding counts as a sign for companies that share a value: `grave` hardly ever occurs for an honest company,
 * and `bad` seldom does. Absent means that it is no sign for others.
 */
export type SignToOthers = 'grave' | 'bad';

/**
 * A rule (dấu hiệu): a question about a company's facts, as a value that can be listed, tested alone and replayed. The
 * record contains everything about the rule except its fitted weight (`rule-set.json`).
 */
export interface RuleRecord<E extends Evidence = Evidence> {
  /** The version, which rises when the question, its figures or what its sentence says change. */
  readonly version: number;
  readonly kind: EvidenceKind;
  /**
   * The kinds of rows of which false ones alone make the finding of an honest company. Who writes them can make it
   * (`senders/sender.ts`). Of ties the shared value tells it, so that they name none.
   */
  readonly madeBy: readonly FindingSource[];
  /** The rule's question, in Vietnamese. */
  readonly question: string;
  /** The limits of the question by their heading, where several rules ask it with other limits, and what their terms are. */
  readonly limits?: Readonly<Record<string, string>>;
  readonly terms?: Readonly<Record<string, string>>;
  readonly legalBasis: string;
  /** The fact that the rule asks about. Of several findings about one fact only the heaviest counts. */
  readonly fact: string;
  /** The name by which reports count the fact, where the rule knows less of it than others: an unknown holder is no other person. */
  readonly reportedAs?: string;
  /**
   * The kinds of rows of the company that a finding rests on, which the dossier cites: without them it would not be found,
   * or have other figures.
   */
  readonly restsOn: readonly FindingSource[];
  /** Those of one finding, where its evidence decides which of them it rests on. */
  restsOnFor?(this: void, evidence: E): readonly FindingSource[];
  /** The graver rule of which this one is a milder step, and whose weight this one's never exceeds. */
  readonly milderThan?: string | undefined;
  readonly sign?: SignToOthers;
  /** The fact that the sign is about, where it is another one than the rule's. Two signs about one fact count once. */
  readonly signOf?: string;
  /** The limit of the weight, whatever the examples show; the rule's file gives the reason. */
  readonly atMost?: number;
  /** Whether the finding is in the company's favour (giảm nhẹ), so that its weight is never above 0. */
  readonly relief?: true;
  /**
   * Whether the finding concerns only the registration and tax offices, as honest companies that ceased also have it. It
   * is listed beside others and is no kind of evidence beside them.
   */
  readonly concernsOffices?: true;
  /**
   * Whether the finding concerns one account, compared with its own past, whatever the company does elsewhere. It needs no
   * second kind of evidence.
   */
  readonly concernsAccount?: true;
  /** Whether the finding alone flags a company. */
  readonly hard?: true | undefined;
  /**
   * Whether the finding needs no further months, because later months can't change it or money leaves within minutes;
   * where it counts, a score flags at once.
   */
  readonly urgent?: true | undefined;
  /** The measure that must be on for the rule (khi có chỉ đạo). */
  readonly measure?: Measure;
  /** A cheap condition without which the rule can't find anything and isn't applied. */
  readonly needs?: RulePrecondition;
  /** What each value of the evidence is, in the order in which they are shown. */
  readonly figures: Figures<E>;
  /** The evidence as figures; undefined where nothing is found or the data are not covered. */
  evaluate(this: void, reading: CompanyProfile): E | undefined;
  /**
   * How large what was found is, in doublings, where the same is usual among companies only up to some size
   * (`province/cohorts.ts`).
   */
  degree?(this: void, evidence: E): number;
  /**
   * One Vietnamese sentence from which a reader can recompute the finding.
   * @param said the values of the evidence as its figures write them, so that the sentence and the figures are alike
   */
  message(this: void, evidence: E, said: Said<E>): string;
}

/** Makes the writer of a rule's sentences. A value is written as its figure writes it, when a sentence names it. */
export function sentencesOf({
  figures,
  message,
}: Pick<RuleRecord, 'figures' | 'message'>): (evidence: Evidence) => string {
  let asked: Evidence = {};
  const said: Record<string, string> = {};
  for (const [name, { write }] of Object.entries<Figure<Evidence[string]>>(figures))
    Object.defineProperty(said, name, {
      get: () => {
        const value = asked[name];
        return value === undefined ? undefined : write(value);
      },
    });
  return (evidence) => {
    asked = evidence;
    return message(evidence, said);
  };
}

/** A rule with its code. */
export interface Rule<E extends Evidence = Evidence> extends RuleRecord<E> {
  readonly code: string;
}

/** Types a record by its own evidence. */
export const rule = <E extends Evidence>(record: RuleRecord<E>): RuleRecord<E> => record;

/** The names of what a finding shows: its code, or one for each size up to its own, the largest last. */
export function shownNames<E extends Evidence>(
  { code, degree }: Pick<Rule<E>, 'code' | 'degree'>,
  evidence: E,
): string[] {
  if (degree === undefined) return [code];
  return Array.from({ length: degree(evidence) + 1 }, (_, size) => `${code} ${size}`);
}

/** The legal basis of a figure that no law sets. */
export const OPERATIONAL_INDICATOR = 'chỉ số nghiệp vụ';
