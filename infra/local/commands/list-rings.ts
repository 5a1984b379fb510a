import type { LinkMember } from '#shared/domain/risk/rings/band.ts';
import { findRings } from '#shared/domain/risk/rings/find-rings.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import type { CompanyLink } from '#shared/domain/risk/rings/link-columns.ts';
import type { Ring } from '#shared/domain/risk/rings/ring.ts';
import { ownSigns } from '#shared/domain/risk/rules/own-signs.ts';
import { readCompanies } from './snapshot-companies.ts';

/**
 * The rings of a whole province, from a snapshot of its facts (JSONL, a company a line): the flow looks around one company
 * at a time, an investigator asks for all of them, largest first.
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

/** One line for a ring: how many, since when, bound by what, and who. */
export function ringLine({ members, ties, since, withBadSigns }: Ring): string {
  const kinds = Object.entries(Object.groupBy(ties, ({ kind }) => KIND_NAMES[kind])).map(
    ([name, shared = []]) => `${shared.length} ${name.toLowerCase()}`,
  );
  const codes = members.map(({ enterpriseCode }) => enterpriseCode).join(', ');
  return `${members.length} doanh nghiệp, ${withBadSigns} có dấu hiệu của chính mình, liên hệ từ ${since}, dùng chung ${kinds.join(', ')}: ${codes}`;
}
