import { isHead } from './head-changes.ts';
import { banksOf } from './money-figures.ts';
import type { Cells } from './rows.ts';
import type { Right, Said } from './sentence-class.ts';
import { documentOf, phoneOf } from './cells.ts';
import type { World } from './world.ts';
import type { Company } from './company.ts';

/** The accounts that a sentence on holders or phones means, and those of which the rows don't tell it. */
function meantAccounts(which: string, company: Company, world: World): Right {
  const { accounts, people } = company;
  const subscribers = new Map(
    world
      .of('subscribers', 'so giay to chu thue bao')
      .map(({ cells }) => [phoneOf(cells['so dien thoai']), documentOf(cells['so giay to chu thue bao'])]),
  );
  const numberOf = (text = '') => world.personIn({ 'so giay to': text });
  const documents = new Set(people.map(world.personIn));
  const heads = new Set(people.filter(isHead).map(world.personIn));
  const own = new Set(
    company.versions.flatMap(({ rows }) =>
      rows.flatMap((one) => [phoneOf(one['dien thoai']), phoneOf(one['dien thoai ca nhan'])]),
    ),
  );
  const holder = (one: Cells) => subscribers.get(phoneOf(one['so dien thoai']));
  const isStrange = (one: Cells) => phoneOf(one['so dien thoai']) !== '' && !own.has(phoneOf(one['so dien thoai']));
  const isNobody = (one: Cells) =>
    ![...documents, numberOf(one['so giay to nguoi dai dien'])].includes(numberOf(holder(one) ?? '?'));
  const tests: Readonly<Record<string, (one: Cells) => boolean>> = {
    held: (one) => one['so giay to nguoi dai dien'] !== '' && !heads.has(numberOf(one['so giay to nguoi dai dien'])),
    unknown: (one) => isStrange(one) && holder(one) === undefined,
    strange: (one) => isStrange(one) && holder(one) !== undefined && isNobody(one),
    nobody: (one) => isStrange(one) && isNobody(one),
    another: (one) =>
      holder(one) !== undefined &&
      one['so giay to nguoi dai dien'] !== '' &&
      numberOf(holder(one)) !== numberOf(one['so giay to nguoi dai dien']),
  };
  const meant = accounts.filter((one) => tests[which]?.(one));
  const others = accounts.filter((one) => !meant.includes(one));
  const unsaid = others.filter((one) =>
    which === 'held'
      ? one['so giay to nguoi dai dien'] === ''
      : holder(one) === undefined || (which === 'another' && one['so giay to nguoi dai dien'] === ''),
  );
  return {
    some: meant.length,
    all: accounts.length,
    banks: banksOf(meant.map((one) => ({ bank: one['ngan hang'] ?? '' }))),
    unsaid: unsaid.length,
  };
}

export const ofAccounts =
  (which: string) =>
  (said: Said, company: Company, world: World): Right => {
    const right = meantAccounts(which, company, world);
    // `Cả N` and `duy nhất` say that it is all of them
    return {
      ...right,
      every: right.some === right.all ? right.all : -1,
      ...(said.some === undefined &&
        said.every === undefined && { banks: right.some === 1 && right.all === 1 ? right.banks : [] }),
    };
  };
