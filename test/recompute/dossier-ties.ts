import { type About, type TableRow, same } from './dossier-table.ts';
import type { Printed } from './printed.ts';
import { when } from './shown.ts';
import type { World } from './world.ts';

const registeredOn = (world: World, code: string) => world.company(code).registeredOn;

/** The ties that a dossier shows: from when, and of which companies. */
export const tiesIn = (dossier: Printed) =>
  dossier.flatMap((part) =>
    typeof part !== 'string' && TIES.test(part[0]?.join('|') ?? '')
      ? part.slice(1).map(([, , since, companies = '']) => ({ since: when(since), codes: companies.split(', ') }))
      : [],
  );

/** The day from which a company has a tie with another. */
export function joinedOn(code: string, { dossier, world }: Pick<About, 'dossier' | 'world'>): string | undefined {
  const own = tiesIn(dossier).filter(({ codes }) => codes.includes(code));
  return own.map(({ since }) => [since, registeredOn(world, code)].sort()[1] ?? '').sort()[0];
}

export function checkMembers(rows: readonly TableRow[], about: About): void {
  const { world, check } = about;
  for (const [, member = '', since = ''] of rows) {
    const code = member.slice(0, 10);
    const name = member.slice(13).replace(/ \(doanh nghiệp trong hồ sơ này\)$/u, '');
    check('doanh nghiệp của nhóm', member, same(name), same(world.company(code).first['ten doanh nghiep']));
    check('ngày vào nhóm', member, when(since), joinedOn(code, about));
  }
}

export function checkTies(rows: readonly TableRow[], { world, check }: About): void {
  for (const [, shared = '', since = '', companies = ''] of rows) {
    const codes = companies.split(', ').sort();
    const kind = (shared.split('\n')[0] ?? '').replace(/ thứ \d+$/u, '').toLowerCase();
    const days = codes.map((code) => registeredOn(world, code)).sort();
    check('ngày của liên hệ', `${shared}: ${since}`, when(since), days[1]);
    check(
      'doanh nghiệp có liên hệ',
      companies,
      codes.every((code) => world.codes.has(code)),
      true,
    );
    const groups = [...world.sharing(kind).values()];
    if (groups.length === 0 || kind === 'trụ sở') check.uncovered(`giá trị chung: ${kind}`);
    else
      check(
        'giá trị chung',
        `${shared}: ${companies}`,
        groups.some((group) => codes.every((code) => group.has(code))),
        true,
      );
  }
}

export const TIES = /^TT\|Thông tin dùng chung/u;
