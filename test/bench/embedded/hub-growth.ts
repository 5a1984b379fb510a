import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { bandOf, type LinkMember, MEMBERS_COUNTED } from '#shared/domain/risk/rings/band.ts';
import { seeded } from '../name-pairs.ts';
import { AGENTS, OFFICE_TOWERS } from './made-company.ts';

const BAD_SHARE = 0.12;

/**
 * Fills the hubs of a made-up province company by company in an unsorted order of codes, which is the worst case, and
 * counts by the real bands the companies that each change sends to be assessed again, without coalescing. @returns the
 * number of assessments
 */
export function sentAgainByHubs(companies: number): number {
  const hubs = [AGENTS, OFFICE_TOWERS].flatMap(({ count, share }) =>
    Array.from({ length: count }, () => Math.round((companies * share) / count)),
  );
  return hubs.reduce((sent, size, seed) => sent + fill(size, seed), 0) / companies;
}

/** @returns the number of members that all changes of its band send to be assessed again */
function fill(size: number, seed: number): number {
  const random = seeded(seed + 1);
  let first: LinkMember[] = [];
  let [band, sent] = ['', 0];
  for (let members = 1; members <= size; members += 1) {
    const member = memberOf(random);
    const last = first.at(-1);
    if (first.length === MEMBERS_COUNTED && last && member.enterpriseCode > last.enterpriseCode) continue;
    first = [...first, member].toSorted(byCode).slice(0, MEMBERS_COUNTED);
    const now = JSON.stringify(bandOf('phone', 'hub', first));
    if (now !== band) sent += members - 1;
    band = now;
  }
  return sent;
}

const memberOf = (random: () => number): LinkMember => ({
  enterpriseCode: String(Math.floor(random() * 1e10)).padStart(10, '0'),
  registeredOn: addDays('2024-07-01', Math.floor(random() * 400)),
  badSigns: random() < BAD_SHARE ? 1 : 0,
});

const byCode = (a: LinkMember, b: LinkMember): number => (a.enterpriseCode < b.enterpriseCode ? -1 : 1);
