import { documentOf } from './cells.ts';
import { type About, type TableRow, same } from './dossier-table.ts';
import { isHead } from './head-changes.ts';
import { when } from './shown.ts';

export function checkPeople(rows: readonly TableRow[], { company, world, check }: About): void {
  const all = company.versions.flatMap(({ rows: people }) => people);
  for (const [, who = '', declared = '', known = '', compared = ''] of rows) {
    const number = /số (\S+)/u.exec(declared)?.[1] ?? '';
    const row = all.findLast((one) => documentOf(one['so giay to']) === number) ?? {};
    check(
      'người khai báo',
      who,
      [same(who.split('\n')[0]), when(/Sinh ([\d/]+)/u.exec(declared)?.[1])],
      [same(row['ho va ten']), when(row['ngay sinh'])],
    );
    if (/đại diện theo pháp luật/u.test(who)) check('vai trò', who, isHead(row), true);
    const police = world
      .of('identities', 'so giay to')
      .filter(({ cells }) => [cells['so giay to'], cells['so cmnd cu']].map(documentOf).includes(number));
    if (police.length === 0) check('theo dữ liệu Công an', known, known.split('\n')[0], 'Chưa có dữ liệu');
    else
      check(
        'theo dữ liệu Công an',
        known,
        police.some(({ cells }) => same(cells['ho va ten']) === same(known.split('\n')[0])),
        true,
      );
    const on = /báo mất[^\d]*(\d\d\/\d\d\/\d{4})/u.exec(`${known}\n${compared}`)?.[1];
    if (on !== undefined)
      check(
        'ngày của giấy tờ',
        on,
        police.some(({ cells }) => when(cells['ngay trang thai']) === when(on)),
        true,
      );
  }
}
