import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { Verdict } from '#shared/domain/risk/rules/finding.ts';
import type { Sign } from './signs.ts';

/**
 * What is asked: a visit at the head office, the money of one account, what the tax office knows of the company, or the
 * head's identity.
 */
export const ASKS = ['visit', 'account', 'tax', 'identity'] as const;
export type Ask = (typeof ASKS)[number];

/** Who answers: an office, or a bank by its BIN. */
export type Party = 'inspector' | 'tax' | 'police' | (string & {});

/** Something that a party could be asked about a company. */
export interface Subject {
  readonly ask: Ask;
  readonly party: Party;
  readonly enterpriseCode: string;
  /** The account meant, of a question to its bank. */
  readonly account?: { readonly ref: string; readonly masked: string } | undefined;
}

export const subjectKey = ({ ask, party, enterpriseCode, account }: Subject): string =>
  [enterpriseCode, ask, party, ...(account ? [account.ref] : [])].join(' ');

/** A question that could be asked, with what may follow from it. */
export interface Candidate extends Subject {
  /** The chance, 0…1, that the answer turns the verdict. */
  readonly chance: number;
  /** Chance × what is prevented, in months of a shell's money, ÷ effort, in questions or visits. */
  readonly value: number;
  readonly verdict: Verdict;
  /** The verdict by the rules in force if the answer speaks against the company, and if it speaks for it. */
  readonly ifAgainst: Verdict;
  readonly ifFor: Verdict;
  readonly signs: readonly Sign[];
  /** Of a company that would be flagged but for one sender's word: this settles it and goes first. */
  readonly settles?: true | undefined;
  /** The visit of the same calendar year that does not exclude another one, because clear signs have come since. */
  readonly inSpiteOf?: IsoDate | undefined;
}

/** A question of a week's plan. Both days are `yyyy-mm-dd`, and it is answered by the end of the second. */
export interface PlannedQuestion extends Candidate {
  readonly id: string;
  readonly askedOn: IsoDate;
  readonly dueOn: IsoDate;
  /** Whether a visit was drawn by lot among all companies, and not chosen. */
  readonly isDrawn?: true | undefined;
}
