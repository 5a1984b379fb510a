import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FormRefusal, html, type PageAnswer, seeOther } from '../http/answer.ts';
import { Button, ErrorSummary, Form, Table, TextField, LinkLine } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { VERDICT_LABELS } from '../layout/verdict-labels.ts';
import { Select, typedFields } from '../layout/fields.tsx';
import { CASES_PAGE } from '../police/cases-asked.ts';
import { RingOfCase } from '../police/signs-of-case.tsx';
import { enterLookUp, searchedText } from '../log-shown.ts';
import { draftFor, keepPurpose, keepSearch, purposeOf } from '../session/drafts.ts';
import { type LookUpQuery, LOOK_UP_PURPOSES, readLookUpQuery } from './look-up-query.ts';
import {
  type FoundCompany,
  lookUp,
  lookUpRegistered,
  type LookUpResult,
  MOST_FOUND,
  type WhyFound,
} from './look-up.ts';

const PATHS = { police: '/police/search', office: '/office/search' } as const;
type SearchingDesk = keyof typeof PATHS;
const LONGEST_CASE_REFERENCE = 200;

interface ShownSearch extends FormRefusal {
  readonly found?: Found;
}
type Found = Pick<LookUpResult, 'more'> &
  Partial<Pick<LookUpResult, 'people' | 'account'>> & {
    readonly companies: readonly (Partial<FoundCompany> & Pick<FoundCompany, 'enterpriseCode' | 'name' | 'why'>)[];
  };

const deskOf = ({ event }: Visit): SearchingDesk => (event.rawPath.startsWith('/office') ? 'office' : 'police');

const resultsOf = (asked: LookUpQuery, visit: Visit, ports: ServePagesPorts): Promise<Found> =>
  deskOf(visit) === 'office' ? lookUpRegistered(asked, ports) : lookUp(asked, ports);

/**
 * The page with the look-up form, and with the results of the look-up that the address names. The searched value is
 * never part of an address, because browsers and proxies keep addresses.
 */
export async function searchPage(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const searched = await draftFor(visit.event, visit.officer, ports, 'search');
  const asked = readLookUpQuery(searched.get('value'));
  if (!asked) return page(visit, ports, {});
  return page({ ...visit, form: searched }, ports, { found: await resultsOf(asked, visit, ports) });
}

/**
 * Looks up what an officer asked for, once the log has recorded the officer and the purpose. The police name a purpose
 * and a document once in a session. The browser then requests the page with the results, to which it can come back
 * without another look-up.
 */
export async function search(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { form, officer } = visit;
  const asked = readLookUpQuery(form.get('value'));
  const isPolice = deskOf(visit) === 'police';
  const before = isPolice && !form.has('purpose') ? await purposeOf(officer, ports) : form;
  const caseReference = before.get('caseReference')?.trim() ?? '';
  const purpose = isPolice
    ? Object.keys(LOOK_UP_PURPOSES).find((one) => one === before.get('purpose'))
    : 'registration';
  const errors = {
    ...(!asked && { value: 'Hãy ghi điều cần tra.' }),
    ...(purpose === undefined && { purpose: 'Hãy chọn mục đích tra cứu; chỉ cần chọn một lần mỗi phiên.' }),
    ...(isPolice &&
      (caseReference === '' || caseReference.length > LONGEST_CASE_REFERENCE) && {
        caseReference: 'Hãy ghi số vụ việc hoặc văn bản.',
      }),
  };
  if (!asked || purpose === undefined || Object.keys(errors).length > 0)
    return page(visit, ports, { errors, status: 422 });
  const data = await resultsOf(asked, visit, ports);
  await enter(asked, data, { purpose, caseReference }, visit, ports);
  if (isPolice) await keepPurpose(before, officer, ports);
  return { ...seeOther(await keepSearch(PATHS[deskOf(visit)], visit, ports)), said: { data } };
}

/** Enters the look-up in the log; the police's own records also keep its document. */
async function enter(
  { text }: LookUpQuery,
  { companies, people = [], account }: Found,
  { purpose, caseReference }: { readonly purpose: string; readonly caseReference: string },
  visit: Visit,
  ports: ServePagesPorts,
): Promise<void> {
  const { officer, event } = visit;
  const found = companies.length + people.length + (account ? 1 : 0);
  const says = { ...searchedText(text, ports), purpose, found };
  const desk = deskOf(visit);
  if (desk === 'police')
    await ports.caseRecords.keepLookUp(
      contentId({ ref: says.ref, request: event.requestContext.requestId }),
      { officer: officer.subject, at: ports.now().toISOString(), caseReference, ...says },
      ports.expiry(),
    );
  await enterLookUp(says, desk, visit, ports);
}

async function page(visit: Visit, ports: ServePagesPorts, { errors = {}, found, status = 200 }: ShownSearch) {
  const { officer, form } = visit;
  const desk = deskOf(visit);
  const before = desk === 'police' ? await purposeOf(officer, ports) : new URLSearchParams();
  const purpose = form.get('purpose') ?? before.get('purpose') ?? '';
  const typed = new URLSearchParams([...before, ...form].toReversed());
  const field = typedFields(typed, errors);
  return html(
    <Page title="Tra cứu" assets={ports.assets} officer={officer} path={PATHS[desk]} isSearch>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Tra cứu</h1>
      {found && <Results found={found} desk={desk} sealed={ports.hash.sealed} />}
      <Form action={PATHS[desk]} formToken={officer.formToken} fields={{ page: PATHS[desk] }}>
        <TextField
          {...field(
            'value',
            'Nội dung',
            desk === 'police'
              ? 'Tên doanh nghiệp hoặc người (không cần đúng dấu, đủ chữ, đúng thứ tự; có thể thêm năm sinh), địa chỉ, mã số, giấy tờ, điện thoại, tài khoản hoặc một phần của số; cả nhóm: “nhóm” và một doanh nghiệp của nhóm.'
              : 'Tên doanh nghiệp hoặc người (không cần đúng dấu, đủ chữ, đúng thứ tự), địa chỉ, mã số hoặc một phần của mã số.',
          )}
        />
        {desk === 'police' && (
          <>
            <Select
              name="purpose"
              label="Mục đích"
              value={purpose}
              error={errors['purpose']}
              options={[
                { value: '', label: 'chọn mục đích' },
                ...Object.entries(LOOK_UP_PURPOSES).map(([value, label]) => ({ value, label })),
              ]}
            />
            <TextField {...field('caseReference', 'Số vụ việc hoặc văn bản')} />
          </>
        )}
        <Button>Tra cứu</Button>
      </Form>
      <p class="govuk-body">Mỗi lần tra cứu được ghi vào sổ kiểm chứng với người tra và mục đích.</p>
    </Page>,
    status,
    { errors, data: found },
  );
}

const FIELDS: Readonly<Record<WhyFound['field'], string>> = {
  code: 'Mã số',
  name: 'Tên',
  person: 'Người',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  account: 'Tài khoản',
  document: 'Giấy tờ',
  ring: 'Cùng nhóm với',
};

interface ResultsProps {
  readonly found: Found;
  readonly desk: SearchingDesk;
  readonly sealed: (code: string) => string;
}

function Results({ found: { companies, people = [], account, more }, desk, sealed }: ResultsProps) {
  const isEmpty = companies.length === 0 && people.length === 0 && !account;
  const state = desk === 'police' ? [{ label: 'Nhóm' }, { label: 'Kết luận' }, { label: 'Điểm', numeric: true }] : [];
  return (
    <section aria-labelledby="results">
      <h2 class="govuk-heading-m" id="results">
        Kết quả
      </h2>
      {isEmpty && <p class="govuk-body">Không tìm thấy.</p>}
      {account && (
        <LinkLine to={`/police/accounts/${account.accountRef}`}>
          {`Tài khoản ${account.accountNumber}, ${bankNameOf(account.bank)}`}
        </LinkLine>
      )}
      {people.length > 0 && (
        <Table
          caption="Trong dữ liệu dân cư"
          columns={['Họ và tên', 'Số giấy tờ', 'Ngày sinh']}
          rows={people.map(({ fullName, documentNumber, dateOfBirth }) => [
            fullName,
            documentNumber,
            formatDate(dateOfBirth),
          ])}
        />
      )}
      {companies.length > 0 && (
        <Table
          caption={more ? `Doanh nghiệp, ${MOST_FOUND} kết quả gần nhất` : 'Doanh nghiệp, kết quả gần nhất trước'}
          columns={['Doanh nghiệp', 'Khớp ở', ...state]}
          rows={companies.map(({ enterpriseCode, name, why, verdict, score, noticeId, ring }) => [
            <a
              class="govuk-link"
              href={
                noticeId === undefined ? `/${desk}/companies/${sealed(enterpriseCode)}` : `/police/cases/${noticeId}`
              }
            >{`${name} (${enterpriseCode})`}</a>,
            `${FIELDS[why.field]}: ${why.field === 'account' ? accountText(why.value) : why.value}`,
            ...(desk === 'office'
              ? []
              : [
                  ring && <RingOfCase ring={ring} href={`${CASES_PAGE}?standing=all&ring=${ring.of}`} />,
                  verdict === undefined ? 'Chưa đánh giá' : VERDICT_LABELS[verdict],
                  score === undefined ? '' : String(score).replace('.', ','),
                ]),
          ])}
        />
      )}
    </section>
  );
}

/** An account as companies are found by it, `BIN:number`. */
function accountText(value: string): string {
  const [bank, number] = value.split(':');
  return number === undefined ? value : `${bankNameOf(bank ?? '')}, số ${number}`;
}
