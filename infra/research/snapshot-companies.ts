import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { readSnapshotLines } from './snapshot-lines.ts';

/** A file that can't be replayed; the message says why, in Vietnamese. */
export class UnusableSnapshot extends Error {}

/** Yields every company of a snapshot, one at a time. @throws {UnusableSnapshot} */
export async function readCompanies(path: string, onCompany: (snapshot: CompanyFacts) => void): Promise<string> {
  return await readSnapshotLines(path, (line, number) => onCompany(companyOf(line, number, path))).catch(
    (error: unknown) => {
      throw error instanceof UnusableSnapshot ? error : unreadableFile(path);
    },
  );
}

export const unreadableFile = (path: string) => new UnusableSnapshot(`Không đọc được tệp “${path}”.`);

function companyOf(line: string, number: number, path: string): CompanyFacts {
  const facts = parseFacts(line);
  if (facts && Array.isArray(facts.bands) && Array.isArray(facts.accounts) && Array.isArray(facts.people)) return facts;
  throw new UnusableSnapshot(`Dòng ${number} của “${path}” không phải dữ kiện của một doanh nghiệp.`);
}

export function parseFacts(line: string): CompanyFacts | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
