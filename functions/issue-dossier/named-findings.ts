import type { Dossier, DossierFinding } from '#shared/domain/notification/dossier/dossier.ts';
import { ringInSentences } from './network-section.ts';

/** The most words before the annexes, so that these pages are read whole. */
const MOST_WORDS = 900;
/** The words of letterhead, headings, captions and signature. */
const WORDS_OF_FRAME = 190;
/** The findings that are named however much else there is to say. */
const LEAST_FINDINGS = 3;

/** What stands instead of the heaviest finding, which the summary states. */
export const IN_SUMMARY = 'Nêu ở mục I.';

const wordsIn = (text: string): number => text.split(/\s+/u).length;

/** The findings against the company that stand before the annexes: as many as there is room for beside the other sentences. */
export function namedFindings(dossier: Dossier): readonly DossierFinding[] {
  const { findings, exhibit, request, withdrawal = '' } = dossier;
  let words = [request, withdrawal, ...Object.values(exhibit).flat(), ...ringInSentences(dossier)]
    .map(wordsIn)
    .reduce((all, one) => all + one, WORDS_OF_FRAME);
  return againstIn(findings).filter(
    ({ finding }, n) =>
      (words += 1 + wordsIn(n === 0 ? IN_SUMMARY : finding.message)) <= MOST_WORDS || n < LEAST_FINDINGS,
  );
}

export const againstIn = (findings: readonly DossierFinding[]): readonly DossierFinding[] =>
  findings.filter(({ finding }) => finding.weight > 0);
