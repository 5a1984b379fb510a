import { amount, type InboxFacts, type Sentence } from './recomputed-sentences.ts';

const MONEY = '([\\d.]+) đồng';
/** The largest numbers of payers, by the rule's question. */
const FEW = { below: 20, nine: 10, three: 4 };

/** The receivers that the company's accounts pay, and how many companies pay each of them, by the banks' rows. */
export function receiversOf({ all, code }: Pick<InboxFacts, 'all' | 'code'>) {
  const codeOf = new Map<string, string>();
  for (const { row } of all) {
    const own = row['Mã số doanh nghiệp'];
    if (own !== undefined && row['Số tài khoản'] !== undefined) codeOf.set(row['Số tài khoản'], own);
  }
  const paid = all.flatMap(({ row }) => {
    const [receiver, payer] = [row['Mã đối ứng'], codeOf.get(row['Số tài khoản'] ?? '')];
    return receiver === undefined || payer === undefined
      ? []
      : [{ receiver, payer, bank: row['Ngân hàng'] ?? '', debit: amount(row['Tổng ghi nợ']) }];
  });
  const own = paid.filter(({ payer }) => payer === code);
  const payers = (receiver: string) => new Set(paid.filter((one) => one.receiver === receiver).map((one) => one.payer));
  const few = own.filter(({ receiver }) => payers(receiver).size > 1 && payers(receiver).size < FEW.below);
  const below = (most: number) =>
    new Set(few.filter(({ receiver }) => payers(receiver).size < most).map((one) => one.receiver)).size;
  const sum = (rows: typeof own) => rows.reduce((total, { debit }) => total + debit, 0);
  return {
    banks: [...new Set(own.map(({ bank }) => bank))].sort(),
    debit: sum(own),
    toFew: sum(few),
    few: below(FEW.below),
    nine: below(FEW.nine),
    three: below(FEW.three),
  };
}

/** Recomputes the sentences about the accounts that receive a company's money. */
export const RECEIVER_SENTENCES: readonly Sentence[] = [
  [
    new RegExp(
      `^Trong các tài khoản nhận chính của ${MONEY} chuyển đi .*, có (\\d+) tài khoản mà ngoài .* \\(dưới (\\d+)\\) trả nhiều tiền(?:, (?:(đều)|trong đó (\\d+) tài khoản) chỉ của (\\d+) đến (\\d+) doanh nghiệp)?\\.$`,
      'u',
    ),
    ([, debit, receivers, below, all, some, from, to], facts) => {
      const right = receiversOf(facts);
      const ofThree = Number(all === undefined ? (some ?? 0) : receivers);
      return [
        [amount(debit), Number(receivers), Number(below), ofThree, Number(from ?? 2), Number(to ?? 3)],
        [right.debit, right.nine, FEW.nine, right.three, 2, FEW.three - 1],
      ];
    },
  ],
  [
    new RegExp(
      `^(?:Toàn bộ|Trong) ${MONEY} chuyển đi .* đến (\\d+) tài khoản nhận mà chỉ dưới (\\d+) doanh nghiệp`,
      'u',
    ),
    ([, debit, receivers, below], facts) => {
      const right = receiversOf(facts);
      return [
        [amount(debit), Number(receivers), Number(below), true],
        [right.debit, right.few, FEW.below, right.toFew === right.debit],
      ];
    },
  ],
];
