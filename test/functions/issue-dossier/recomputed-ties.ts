import { onceForEach } from './once-for-each.ts';
import { type Printed, tablesUnder } from './printed-dossier.ts';
import { day, type InboxFacts, type Sentence } from './recomputed-sentences.ts';

/** The dossiers of the same run, by enterprise code. */
export type PrintedByCode = ReadonlyMap<string, Printed>;

const PHONES = ['Điện thoại', 'Điện thoại cá nhân', 'Số điện thoại'];
/** The columns of the files in which a value of each kind is written. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'trụ sở': ['Địa chỉ trụ sở'],
  'số điện thoại': PHONES,
  'người đứng tên': ['Số giấy tờ'],
  'tài khoản đối ứng': ['Mã đối ứng'],
  'thiết bị giao dịch': ['Mã thiết bị'],
};

/** The companies that share each value of a kind, by the value. */
export const sharedValues = onceForEach(({ all }: Pick<InboxFacts, 'all'>, kind: string) => {
  const codeOf = new Map<string, string>();
  for (const { row } of all)
    if (row['Mã số doanh nghiệp'] !== undefined && row['Số tài khoản'] !== undefined)
      codeOf.set(row['Số tài khoản'], row['Mã số doanh nghiệp']);
  const companies = new Map<string, Set<string>>();
  const add = (value: string, code = '') => companies.set(value, (companies.get(value) ?? new Set()).add(code));
  for (const { row } of all) {
    const parties = [row['Mã số bên bán'], row['Mã số bên mua']].filter((party) => party !== undefined);
    // The value is one party of the invoices, with everybody to whom it sells and from whom it buys
    if (kind === 'mua bán hóa đơn') for (const party of parties) for (const other of parties) add(party, other);
    const code = row['Mã số doanh nghiệp'] ?? codeOf.get(row['Số tài khoản'] ?? '');
    for (const column of COLUMNS[kind] ?? [])
      if (code !== undefined && (row[column] ?? '') !== '') add(row[column] ?? '', code);
  }
  return new Map([...companies].flatMap(([value, codes]) => (codes.size > 1 ? [[value, [...codes].sort()]] : [])));
});

export const registeredOn = ({ all }: Pick<InboxFacts, 'all'>, code: string): string =>
  day(
    all.find(({ row }) => row['Mã số doanh nghiệp'] === code && row['Ngày đăng ký'] !== undefined)?.row['Ngày đăng ký'],
  );

const lowerBound = (bounds: readonly number[], value: number) => bounds.find((bound) => value >= bound) ?? 0;
const SIZES = [50, 20, 10, 7, 5, 4, 3, 2];
const SHARES = [80, 60, 50, 40, 30, 20, 10];
const OF_TIES = /^(?:TIED|SECOND_TIE|FOUNDED|DEVICE_OF_OTHERS)/u;
const HEAVY = 6;

/** Whether a company's own dossier shows a heavy finding of its own facts. */
function isGrave(dossiers: PrintedByCode, code: string): boolean {
  const [findings = []] = tablesUnder(dossiers.get(code) ?? [], 'III. ');
  return findings.some(([, text = '']) => {
    const [, rule = '', weight = ''] = /\((\w+), phiên bản \d+; trọng số (-?[\d,]+)\)/u.exec(text) ?? [];
    return !OF_TIES.test(rule) && Number(weight.replace(',', '.')) >= HEAVY;
  });
}

/** The largest group of a kind that the company belongs to, in the bands that a sentence gives. */
export function groupOf(facts: InboxFacts, dossiers: PrintedByCode, kind: string) {
  const [group = []] = [...sharedValues(facts, kind.toLowerCase()).values()]
    .filter((codes) => codes.includes(facts.code))
    .sort((a, b) => b.length - a.length);
  const grave = group.filter((code) => isGrave(dossiers, code));
  const size = lowerBound(SIZES, group.length);
  const share = lowerBound(SHARES, (grave.length / group.length) * 100);
  const others = Math.ceil(Number(((size * share) / 100 - Number(grave.includes(facts.code))).toFixed(6)));
  const days = group.map((code) => Date.parse(registeredOn(facts, code)) / 86_400_000).sort((a, b) => a - b);
  const half = Math.ceil(days.length / 2);
  const narrowest = Math.min(...days.slice(half - 1).map((last, n) => last - (days[n] ?? 0)));
  const othersShare = Number(((size * share) / 100 - Number(grave.includes(facts.code))).toFixed(2)) / (size - 1);
  return { size, othersShare, others, isTogether: narrowest < 90 };
}

/** Recomputes the sentences about values that companies share from the rows and from the dossiers of the others. */
export const tieSentences = (dossiers: PrintedByCode): readonly Sentence[] => [
  [
    /^(?:Liên hệ thứ hai: )?Cùng (.+) với các doanh nghiệp khác \(nhóm có từ (\d+) .*ít nhất (\d+) doanh nghiệp \(([\d,]+) %\) có từ hai dấu hiệu/u,
    ([, kind = '', size, others, share = ''], facts) => {
      const group = groupOf(facts, dossiers, kind);
      return [
        [Number(size), Number(others), Number(share.replace(',', '.'))],
        [group.size, group.others, Math.round(group.othersShare * 1000) / 10],
      ];
    },
  ],
  [
    /^Cùng (.+) với các doanh nghiệp khác \(nhóm có từ (\d+) .*ít nhất một nửa nhóm đăng ký trong vòng (\d+) ngày; ít nhất (\d+) doanh nghiệp/u,
    ([, kind = '', size, days, others], facts) => {
      const group = groupOf(facts, dossiers, kind);
      return [
        [Number(size), Number(days), Number(others), true],
        [group.size, 90, group.others, group.isTogether],
      ];
    },
  ],
  [
    /^Tài khoản được dùng từ thiết bị mà .* \(nhóm từ (\d+), dưới (\d+) doanh nghiệp, kể cả doanh nghiệp này\)/u,
    ([, size, limit], facts) => [
      [Number(size), Number(limit)],
      [groupOf(facts, dossiers, 'Thiết bị giao dịch').size, 10],
    ],
  ],
];
