import { tieNumbers } from '#shared/domain/risk/rings/network.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import type { ExportedCase } from './exported-case.ts';

/** A link of a ring: a company, the registered value that it shares, and since when. */
export interface RingLink {
  readonly number: number;
  readonly kind: string;
  readonly values: readonly string[];
  readonly since: string;
  readonly enterpriseCode: string;
  readonly name: string;
}

/** A line for each company of each tie, with the numbers of the dossier's picture. */
export function ringLinks({ notice, caseFile }: ExportedCase): readonly RingLink[] {
  const { network } = notice;
  if (!network) return [];
  const numbers = tieNumbers(network);
  return network.ties
    .flatMap((tie, n) =>
      tie.companies.map((enterpriseCode) => ({
        number: numbers.get(tie) ?? n + 1,
        kind: KIND_NAMES[tie.kind],
        values: caseFile?.ties[n]?.registered ?? [],
        since: tie.since,
        enterpriseCode,
        name: caseFile?.names[enterpriseCode] ?? '',
      })),
    )
    .sort((a, b) => a.number - b.number);
}
