import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { ACCOUNT_STATUSES } from '#shared/domain/notification/dossier/account-statuses.ts';
import { bankOf, POLICE } from '#shared/domain/notification/receiver.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import { foldAccount } from '#shared/domain/risk/facts/fold-accounts.ts';
import { formatDate, formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { RecordedAccount } from '#shared/tables/account-fact.ts';
import { BANK_QUESTIONS } from '#shared/domain/notification/bank-questions.ts';
import type { BankQuestion } from '#shared/tables/case-records.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { BankAnswer, BankNoticeStatus } from '../case/accounts.tsx';
import { type FieldErrors, type FormRefusal, html } from '../http/answer.ts';
import {
  Button,
  ErrorSummary,
  Form,
  SummaryList,
  Table,
  TextField,
  numeric,
  Link,
  Section,
} from '../layout/components.tsx';
import { Done, Page } from '../layout/page.tsx';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { enterLookUp } from '../log-shown.ts';
import { accountAtBank } from './account-at-bank.ts';
import { formatInstant } from '../layout/instant.ts';
import { SUSPICION_LABELS } from '../bank/suspicions.ts';
import { Checkboxes, Select, typedFields } from '../layout/fields.tsx';

interface Props {
  readonly path: string;
  readonly formToken: string;
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
}

/** The forms by which the police list an account as suspicious or clear it. */
function ListAccountForm({ path, formToken, form, errors }: Props) {
  const field = typedFields(form, errors);
  return (
    <Section id="list" title="Danh sách nghi vấn">
      <Form action={`${path}/listing`} formToken={formToken} fields={{ page: path }}>
        <Select
          {...field('code', 'Mã nghi ngờ')}
          options={[
            { value: '', label: 'chọn mã' },
            { value: '0', label: '0: bỏ khỏi danh sách' },
            ...Object.entries(SUSPICION_LABELS).map(([code, label]) => ({ value: code, label: `${code}: ${label}` })),
          ]}
        />
        <TextField
          {...field('reason', 'Lý do', 'Cần ghi với mã 8 và khi bỏ khỏi danh sách. Không gửi cho ngân hàng.')}
        />
        <TextField {...field('until', 'Ngày hết hạn', 'Ví dụ 31/12/2026. Bỏ trống là theo thời hạn chung.')} />
        <Button>Ghi vào danh sách</Button>
      </Form>
    </Section>
  );
}

/** The form by which the police ask the account's bank. The bank reads and answers the questions beside its notice. */
function AskBankForm({ path, formToken, form, errors }: Props) {
  return (
    <Section id="questions" title="Hỏi ngân hàng">
      <Form action={`${path}/questions`} formToken={formToken} fields={{ page: path }}>
        <Checkboxes
          name="ask"
          label="Đề nghị ngân hàng cho biết"
          chosen={new Set(form.getAll('ask'))}
          error={errors['ask']}
          options={Object.entries(BANK_QUESTIONS).map(([value, label]) => ({ value, label }))}
        />
        <Button kind="secondary">Gửi câu hỏi</Button>
      </Form>
    </Section>
  );
}

const DONE: Readonly<Record<string, string>> = {
  listed: 'Đã ghi tài khoản vào danh sách nghi vấn.',
  cleared: 'Đã bỏ tài khoản khỏi danh sách nghi vấn.',
  asked: 'Đã gửi câu hỏi cho ngân hàng.',
};

/** The page of one account: its holder, money, notices and questions with answers, and the police's forms. */
export async function showAccount(
  visit: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const { event, officer, form } = visit;
  const account = await ports.accounts.recorded(event.pathParameters?.['ref'] ?? '');
  if (!account) return notFoundPage(ports, officer);
  const looked = { what: 'account', ref: account.accountRef, bank: account.bank, purpose: 'case', found: 1 };
  await enterLookUp(looked, POLICE, visit, ports);
  const atBank = await accountAtBank(account, ports);
  const { accountRef, bank, accountNumber } = account;
  const path = `/police/accounts/${accountRef}`;
  return html(
    <Page
      title={`Tài khoản ${maskNumber(accountNumber)}`}
      assets={ports.assets}
      officer={officer}
      path="/police/cases"
      guide={path}
    >
      <Done sentences={DONE} event={event} />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{`Tài khoản ${accountNumber}, ${bankNameOf(bank)}`}</h1>
      <Outline account={account} />
      <SummaryList
        entries={[
          ['Đã báo ngân hàng', <BankNoticeStatus account={atBank} />],
          ['Ngân hàng trả lời', <BankAnswer account={atBank} />],
          ['Đã hỏi ngân hàng', <AskedQuestions questions={atBank.questions} />],
        ]}
      />
      <Listings account={account} />
      <Months account={account} />
      <ListAccountForm path={path} formToken={officer.formToken} form={form} errors={errors} />
      {atBank.notice?.state === 'in_force' ? (
        <AskBankForm path={path} formToken={officer.formToken} form={form} errors={errors} />
      ) : (
        <Section id="questions" title="Hỏi ngân hàng">
          <p class="govuk-body">Chỉ hỏi được khi thông báo cho ngân hàng về tài khoản này đang có hiệu lực.</p>
        </Section>
      )}
    </Page>,
    status,
    { errors, data: { ...account, noticeId: atBank.notice?.noticeId, questions: atBank.questions } },
  );
}

function Outline({ account: { registers } }: { readonly account: RecordedAccount }) {
  if (registers.length === 0) return <p class="govuk-body">Chưa ngân hàng nào gửi thông tin chủ tài khoản.</p>;
  const account = foldAccount(registers);
  const { enterpriseCode, holderName, representativeName, representativeDocumentNumber, phone } = account;
  return (
    <SummaryList
      entries={[
        ['Doanh nghiệp', <Link to={`/police/cases/${noticeIdOf(POLICE, enterpriseCode)}`}>{enterpriseCode}</Link>],
        ['Chủ tài khoản', holderName ?? 'chưa rõ'],
        ['Người đại diện', representativeName ?? 'chưa rõ'],
        ['Giấy tờ của người đại diện', representativeDocumentNumber ?? 'chưa rõ'],
        ['Điện thoại', phone ?? 'chưa rõ'],
        ['Ngày mở', account.openedOn === undefined ? 'chưa rõ' : formatDate(account.openedOn)],
        ['Trạng thái', ACCOUNT_STATUSES[account.status ?? ''] ?? 'chưa rõ'],
      ]}
    />
  );
}

function Listings({ account: { listings } }: { readonly account: RecordedAccount }) {
  if (listings.length === 0) return null;
  const by = (receiver: string | undefined) => {
    const bank = bankOf(receiver ?? '');
    return bank === undefined ? 'Công an' : bankNameOf(bank);
  };
  return (
    <Table
      caption="Danh sách nghi vấn"
      columns={['Ngày', 'Bên ghi', 'Mã', 'Lý do']}
      rows={listings
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .map(({ on, by: receiver, code, reason }) => [
          formatDate(on),
          by(receiver),
          code === 0 ? '0 (bỏ khỏi danh sách)' : String(code),
          reason ?? '',
        ])}
    />
  );
}

function Months({ account: { flows } }: { readonly account: RecordedAccount }) {
  if (flows.length === 0) return null;
  const amounts = ['Tiền vào', 'Tiền ra', 'Số giao dịch', 'Tiền thường lưu lại (phút)'].map(numeric);
  return (
    <Table
      caption="Dòng tiền"
      columns={['Tháng', ...amounts]}
      rows={foldFlows(flows).flows.map(({ period, credit, debit, transactions, medianHoldMinutes }) => [
        formatMonth(period),
        formatMoney(credit),
        formatMoney(debit),
        transactions === undefined ? '' : formatCount(transactions),
        medianHoldMinutes === undefined ? '' : String(Math.round(medianHoldMinutes)),
      ])}
    />
  );
}

/** Shows what the bank was asked, by when it should answer, and whether its system has accepted the question. */
function AskedQuestions({ questions }: { readonly questions: readonly BankQuestion[] }) {
  if (questions.length === 0) return <span>chưa</span>;
  return (
    <ul class="govuk-list">
      {questions.map(({ at, asks, dueOn, sentAt }) => (
        <li>
          {`${formatInstant(at)}: ${asks.map((ask) => BANK_QUESTIONS[ask] ?? ask).join('; ')}. Hạn ${formatDate(dueOn)}. `}
          {sentAt === undefined
            ? 'Ngân hàng thấy ở bàn làm việc; hệ thống của ngân hàng chưa nhận.'
            : `Hệ thống của ngân hàng nhận lúc ${formatInstant(sentAt)}.`}
        </li>
      ))}
    </ul>
  );
}
