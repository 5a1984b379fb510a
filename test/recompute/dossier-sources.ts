import { documentOf, phoneOf } from './cells.ts';
import type { About, TableRow } from './dossier-table.ts';
import { when } from './shown.ts';
import type { World } from './world.ts';

export function checkSources(rows: readonly TableRow[], { company, world, dossier, check }: About): void {
  const files = new Map<string, string>();
  for (const [number = '', where = '', received = '', sha = ''] of rows) {
    if (world.receivedOn !== undefined) check('ngày nhận tệp', where, when(received), world.receivedOn);
    const file = where.split('\n').at(-1) ?? '';
    files.set(number, file);
    check('mã kiểm tra của tệp', file, sha.replaceAll(/\s/gu, ''), world.checksums.get(file));
  }
  const own = new Set([company.code, company.code.replace(/^0/u, '')]);
  const numbers = new Set(company.accounts.map((one) => one['so tai khoan']));
  const people = company.versions.flatMap((version) => version.rows);
  const phones = new Set(
    [
      ...company.accounts.map((one) => one['so dien thoai']),
      ...people.flatMap((one) => [one['dien thoai'], one['dien thoai ca nhan']]),
    ].map(phoneOf),
  );
  const documents = new Set(
    [...people.map((one) => one['so giay to']), ...company.accounts.map((one) => one['so giay to nguoi dai dien'])].map(
      documentOf,
    ),
  );
  const concerns = (cells: Readonly<Record<string, string>>) =>
    Object.entries(cells).some(
      ([heading, value]) =>
        own.has(value) ||
        (heading === 'so tai khoan' && numbers.has(value)) ||
        (/^so (?:giay to|cmnd)/u.test(heading) && documents.has(documentOf(value))) ||
        (heading === 'so dien thoai' && phones.has(phoneOf(value))),
    );
  const byPlace = rowsByPlace(world);
  const text = dossier.flatMap((part) => (typeof part === 'string' ? [part] : part.flat())).join('\n');
  const cited = new Set(
    [...text.matchAll(/(\[\d+\]) dòng ([\d–, ]*\d)/gu)].map(([, number, ranges]) => `${number} ${ranges}`),
  );
  for (const one of cited) {
    const [number, ranges] = [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)];
    for (const range of ranges.split(', ')) {
      const [from = 0, to = from] = range.split('–').map(Number);
      for (let n = from; n <= to; n += 1) {
        const found = byPlace.get(`${files.get(number)} ${n}`) ?? [];
        check('dòng nguồn', `${files.get(number)} dòng ${n}`, found.some(concerns), true);
      }
    }
  }
}

const places = new WeakMap<World, Map<string, Readonly<Record<string, string>>[]>>();

function rowsByPlace(world: World) {
  const known = places.get(world) ?? new Map<string, Readonly<Record<string, string>>[]>();
  if (known.size === 0)
    for (const { file, number, cells } of world.rows)
      known.set(`${file} ${number}`, [...(known.get(`${file} ${number}`) ?? []), cells]);
  places.set(world, known);
  return known;
}
