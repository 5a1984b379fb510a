import type { CaseAccount } from '#shared/domain/notification/dossier/case-file.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { leftOutAccountsInWords } from '#shared/domain/notification/dossier/left-out-accounts.ts';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { ACCOUNT_STATUSES } from '#shared/domain/notification/dossier/account-statuses.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { Table, numeric, Link, Section } from '../layout/components.tsx';
import { StatusTag } from '../layout/status-tag.tsx';
import type { AccountAtBank } from '../bank-accounts/account-at-bank.ts';

interface Props {
  readonly dossier: Dossier;
  readonly accounts: readonly AccountAtBank[];
}

/** The company's accounts: the money through each, its representative, its notice and its bank's answers. */
export function AccountsSection({ dossier, accounts }: Props) {
  const { caseFile } = dossier;
  if (accounts.length === 0) return null;
  const keyOf = ({ bank, accountNumber }: Pick<AccountAtBank, 'bank' | 'accountNumber'>) => `${bank} ${accountNumber}`;
  const facts = new Map(caseFile?.accounts.map((one) => [keyOf(one.register), one]));
  const leftOut = leftOutAccountsInWords(caseFile?.leftOutAccounts);
  return (
    <Section id="accounts" title={`Tài khoản (${accounts.length})`} folded>
      <Table
        caption="Tài khoản của doanh nghiệp và trả lời của ngân hàng"
        columns={[
          'Tài khoản',
          'Người đại diện tại ngân hàng',
          numeric('Tiền vào'),
          numeric('Tiền ra'),
          'Đã báo ngân hàng',
          'Ngân hàng trả lời',
        ]}
        rows={accounts.map((account) => {
          const known = facts.get(keyOf(account));
          return [
            <Link to={`/police/accounts/${account.accountRef}`}>
              {`${bankNameOf(account.bank)}, số ${account.accountNumber}`}
            </Link>,
            representative(known),
            total(known, 'credit'),
            total(known, 'debit'),
            <BankNoticeStatus account={account} />,
            <BankAnswer account={account} />,
          ];
        })}
      />
      {leftOut !== undefined && <p class="govuk-body">{leftOut}</p>}
    </Section>
  );
}

const representative = (facts: CaseAccount | undefined): string => {
  const name = facts?.register.representativeName ?? 'chưa rõ';
  return facts?.representativeMismatch ? `${name} (không phải người đại diện của doanh nghiệp)` : name;
};

function total(facts: CaseAccount | undefined, of: 'credit' | 'debit'): string {
  if (!facts || facts.months.length === 0) return 'chưa có';
  return formatMoney(facts.months.reduce((sum, month) => sum + month[of], facts.earlier?.[of] ?? 0));
}

export function BankNoticeStatus({ account: { notice } }: { readonly account: Pick<AccountAtBank, 'notice'> }) {
  if (!notice) return <>chưa</>;
  const on = formatDate(dayInVietnam(new Date(notice.issuedAt)));
  if (notice.state !== 'in_force') return <>{`đã rút hoặc hết hạn (báo từ ${on})`}</>;
  return (
    <>
      {`từ ${on}, ${notice.content.level === 'act' ? 'xử lý ngay' : 'rà soát'} `}
      <StatusTag status={notice.handlingStatus} />
    </>
  );
}

/** The bank's last answer with its remark, and the questions that it has not answered yet. */
export function BankAnswer({
  account: { answer, questions },
}: {
  readonly account: Pick<AccountAtBank, 'answer' | 'questions'>;
}) {
  const open = questions.filter(({ at }) => answer === undefined || at > answer.takenAt);
  const waits = open.length === 0 ? '' : `Chờ trả lời câu hỏi, hạn ${formatDate(open.at(-1)?.dueOn ?? '')}.`;
  if (answer?.reply.kind !== 'bank-decision') return <>{waits === '' ? 'chưa' : waits}</>;
  const { outcome, accountStatus, note } = answer.reply.body;
  const on = formatDate(dayInVietnam(new Date(answer.takenAt)));
  const did = outcome === 'acted' ? 'đã xử lý' : 'không thấy dấu hiệu';
  return (
    <>
      <div>{`${on}: ${did}; tài khoản ${(ACCOUNT_STATUSES[accountStatus] ?? accountStatus).toLowerCase()}.`}</div>
      {note !== undefined && <div>{`“${note}”`}</div>}
      {waits !== '' && <div>{waits}</div>}
    </>
  );
}
