import type { Paragraph, Table } from 'docx';
import type { CaseAccount, CaseFile } from '#shared/domain/notification/dossier/case-file.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { moneyOf } from '#shared/domain/notification/dossier/exhibit.ts';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { ownerInWords } from '#shared/domain/notification/dossier/people-in-words.ts';
import { leftOutAccountsInWords } from '#shared/domain/notification/dossier/left-out-accounts.ts';
import { citeAll } from '#shared/domain/notification/dossier/sources.ts';
import { ACCOUNT_STATUSES } from '#shared/domain/notification/dossier/account-statuses.ts';
import { percent } from '#shared/domain/risk/rules/wording.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { formatDate, formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney, withThousandsDots } from '#shared/domain/vietnamese/money.ts';
import { paragraph } from '#shared/documents/docx-parts.ts';
import { annexTable, SMALL } from './annex-table.ts';

const NUMBER = { heading: 'TT', share: 6, align: 'centre' } as const;
const UNKNOWN = 'Chưa có dữ liệu';

export function accountsSection({ accounts, caseFile }: Dossier): (Paragraph | Table)[] {
  const title = paragraph('Tài khoản thanh toán, ví điện tử', { bold: true, keepNext: true });
  if (!caseFile || caseFile.accounts.length === 0) {
    if (accounts.length === 0) return [title, paragraph('Không có.')];
    return [
      title,
      annexTable(
        [
          NUMBER,
          { heading: 'Ngân hàng, ví điện tử', share: 44 },
          { heading: 'Số tài khoản', share: 20 },
          { heading: 'Người đại diện của tài khoản', share: 30 },
        ],
        accounts.map((account, n) => [
          String(n + 1),
          account.bankName,
          account.accountNumber,
          representative(account.representativeMismatch),
        ]),
      ),
    ];
  }
  const leftOut = leftOutAccountsInWords(caseFile.leftOutAccounts);
  const hasOwners = caseFile.accounts.some(({ phoneOwners }) => phoneOwners !== undefined);
  const sources = citeAll(
    caseFile,
    ({ feed }) => feed === 'accounts' || feed === 'flows' || (hasOwners && feed === 'subscribers'),
  );
  return [
    title,
    register(caseFile),
    ...(leftOut === undefined ? [] : [paragraph(leftOut, { body: true })]),
    ...(sources === '' ? [] : [paragraph(`Nguồn: ${sources}`, { italics: true, size: SMALL })]),
    ...silentAccounts(caseFile.accounts),
    ...caseFile.accounts.flatMap(months),
  ];
}

/** Names the accounts of which no bank reported any money, because that is no sign that there was none. */
function silentAccounts(accounts: readonly CaseAccount[]): Paragraph[] {
  const silent = accounts.filter(({ months: rows }) => rows.length === 0);
  if (silent.length === 0) return [];
  const named = silent.map(({ register: { bank, accountNumber } }) => `${accountNumber} (${bankNameOf(bank)})`);
  return [
    paragraph(
      `Chưa nhận được số liệu dòng tiền của ${silent.length === accounts.length ? 'mọi tài khoản nêu trên' : `tài khoản số ${named.join(', ')}`}.`,
      {
        body: true,
      },
    ),
  ];
}

const register = ({ accounts }: CaseFile): Table =>
  annexTable(
    [
      NUMBER,
      { heading: 'Ngân hàng, ví; số tài khoản', share: 30 },
      { heading: 'Chủ tài khoản, người đại diện', share: 34 },
      { heading: 'Ngày mở, trạng thái', share: 15 },
      { heading: 'Đối chiếu người đại diện', share: 15 },
    ],
    accounts.map(({ register: account, representativeMismatch, phoneOwners = [] }, n) => [
      String(n + 1),
      `${bankNameOf(account.bank)}\nSố ${account.accountNumber}`,
      [
        account.holderName ?? UNKNOWN,
        `Người đại diện: ${account.representativeName ?? UNKNOWN.toLowerCase()}`,
        ...(account.representativeDocumentNumber === undefined
          ? []
          : [`Giấy tờ số ${account.representativeDocumentNumber}`]),
        ...(account.phone === undefined ? [] : [`Điện thoại ${account.phone}`]),
        ...phoneOwners.map((owner) => `Chủ thuê bao: ${ownerInWords(owner)}`),
      ].join('\n'),
      [
        account.openedOn === undefined ? UNKNOWN : formatDate(account.openedOn),
        ...(account.status === undefined ? [] : [ACCOUNT_STATUSES[account.status] ?? account.status]),
      ].join('\n'),
      representativeDocument(account.representativeDocumentNumber, representativeMismatch),
    ]),
  );

const representativeDocument = (number: string | undefined, mismatch: boolean): string =>
  number === undefined ? 'Ngân hàng không ghi số giấy tờ nên chưa so được' : representative(mismatch);

const representative = (mismatch: boolean): string =>
  mismatch ? 'Là người khác với người đại diện của doanh nghiệp' : 'Không thấy là người khác, so theo số giấy tờ';

function months(ofAccount: CaseAccount): (Paragraph | Table)[] {
  const { register: account, months: rows, earlier } = ofAccount;
  const sum = moneyOf(ofAccount);
  if (sum === undefined) return [];
  return [
    paragraph(`Dòng tiền theo tháng của tài khoản số ${account.accountNumber} (${bankNameOf(account.bank)}), đồng`, {
      bold: true,
      keepNext: true,
    }),
    annexTable(
      [
        { heading: 'Tháng', share: 10, align: 'centre' },
        { heading: 'Tiền vào', share: 18, align: 'right' },
        { heading: 'Tiền ra', share: 18, align: 'right' },
        { heading: 'Số giao dịch', share: 10, align: 'right' },
        { heading: 'Tiền thường lưu lại (phút)', share: 12, align: 'right' },
        { heading: 'Giao dịch IP nước ngoài', share: 11, align: 'right' },
        { heading: 'Số người chuyển đến', share: 10, align: 'right' },
        { heading: 'Tiền từ cá nhân', share: 11, align: 'right' },
      ],
      [
        ...(earlier === undefined
          ? []
          : [[`${formatCount(earlier.count)} tháng trước`, money(earlier.credit), money(earlier.debit), ...UNSAID]]),
        ...rows.map((row) => [
          formatMonth(row.period),
          known(row.untold === 'credit' && row.credit === 0 ? undefined : row.credit, money),
          known(row.untold === 'debit' && row.debit === 0 ? undefined : row.debit, money),
          known(row.transactions, withThousandsDots),
          known(row.medianHoldMinutes, (minutes) => withThousandsDots(Math.round(minutes))),
          known(row.foreignIpShare, percent),
          known(row.payers, withThousandsDots),
          known(row.shareOfIndividuals, percent),
        ]),
        ['Cộng', money(sum.credit), money(sum.debit), ...UNSAID],
      ],
    ),
  ];
}

/** The columns that no sum is made of. */
const UNSAID = ['', '', '', '', ''];
const known = (value: number | undefined, say: (value: number) => string): string =>
  value === undefined ? '-' : say(value);
const money = (amount: number): string => formatMoney(amount).replace(/ đồng$/, '');
