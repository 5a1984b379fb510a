/** A removal that no run and no test finds, and why it need not be found. */
interface Survivor {
  readonly file: string;
  /** A part of what is removed. */
  readonly what: string;
  readonly why: string;
}

export const SURVIVORS: readonly Survivor[] = [
  {
    file: 'shared/use-cases/hold-for-release.ts',
    what: "'decision' in next.content",
    why: 'It only tells the compiler which kind of content has a decision; the next operand asks for it.',
  },
  {
    file: 'shared/use-cases/hold-for-release.ts',
    what: 'last === undefined',
    why: 'A change that is neither waiting nor lapsed has a vote; the operand only tells the compiler so.',
  },
  {
    file: 'shared/use-cases/company-facts/gather-accounts.ts',
    what: 'documentRef !== undefined',
    why: 'A representative without a document is never found to be the same; the operand only tells the compiler so.',
  },
  {
    file: 'shared/use-cases/exports/export-cases.ts',
    what: 'before !== undefined',
    why: 'No text is after an unknown one; the operand only tells the compiler so.',
  },
];
