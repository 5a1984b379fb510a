import type { LinkMember } from '#shared/domain/risk/rings/band.ts';
import { findRings } from '#shared/domain/risk/rings/find-rings.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import type { CompanyLink } from '#shared/domain/risk/rings/link-columns.ts';
import type { Ring } from '#shared/domain/risk/rings/ring.ts';
import { ownSigns } from '#shared/domain/risk/rules/own-signs.ts';
import { readCompanies } from './snapshot-companies.ts';

/**
 * Lists the rings of a whole province, largest first, from a snapshot of its facts (JSONL, a company a line). The flow
 * itself computes only the ring around one company.
 * @throws {UnusableSnapshot}
 */
export async function listRings(snapshot: string): Promise<readonly Ring[]> {
  const companies: LinkMember[] = [];
  const links: CompanyLink[] = [];
  await readCompanies(snapshot, (facts) => {
    const companyIndex = companies.length;
    const { enterpriseCode, registeredOn } = facts;
    companies.push({ enterpriseCode, registeredOn, badSigns: ownSigns(facts) });
    for (const { kind, ref } of facts.bands) links.push({ companyIndex, kind, value: ref });
  });
  return findRings(links, companies);
}

/** One line for a ring: its size, its first date, the values that bind it, and its companies. */
export function ringLine({ members, ties, since, withBadSigns }: Ring): string {
  const kinds = Object.entries(Object.groupBy(ties, ({ kind }) => KIND_NAMES[kind])).map(
    ([name, shared = []]) => `${shared.length} ${name.toLowerCase()}`,
  );
  const codes = members.map(({ enterpriseCode }) => enterpriseCode).join(', ');
  return `${members.length} doanh nghiệp, ${withBadSigns} có dấu hiệu của chính mình, liên hệ từ ${since}, dùng chung ${kinds.join(', ')}: ${codes}`;
}
