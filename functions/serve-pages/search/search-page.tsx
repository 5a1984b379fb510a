import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { entryOf, actorOf } from '#shared/contracts/log-entries.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { Visit } from '../admit.ts';
import { type FormRefusal, html, type PageAnswer, seeOther } from '../http/answer.ts';
import { Radios } from '../layout/choice-fields.tsx';
import { Button, ErrorSummary, Form, Table, TextField } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { Select } from '../layout/select.tsx';
import { typedFields } from '../layout/typed-fields.ts';
import type { ServePagesPorts } from '../ports.ts';
import { draftFor, keepSearch } from '../session/drafts.ts';
import { type LookUpQuery, LOOK_UP_PURPOSES, readLookUpQuery, LOOK_UP_KINDS } from './look-up-query.ts';
import { lookUp, type LookUpResult } from './look-up.ts';

const PATH = '/police/search';
const LONGEST_CASE_REFERENCE = 200;

interface ShownSearch extends FormRefusal {
  readonly found?: LookUpResult;
}

/**
 * The page with the look-up form, and with the results of the look-up that the address names. The searched value is
 * never part of an address, because browsers and proxies keep addresses.
 */
export async function searchPage(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const form = await draftFor(visit.event, visit.officer, ports, 'search');
  const asked = readLookUpQuery(form);
  return 'errors' in asked
    ? page(visit, ports, {})
    : page({ ...visit, form }, ports, { found: await lookUp(asked, ports) });
}

/**
 * Looks up what an officer asked for, once the log has recorded the officer and the purpose. The browser then requests
 * the page with the results, to which it can come back without another look-up.
 */
export async function search(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { form } = visit;
  const asked = readLookUpQuery(form);
  const caseReference = form.get('caseReference')?.trim() ?? '';
  const purpose = Object.keys(LOOK_UP_PURPOSES).find((one) => one === form.get('purpose'));
  const errors = {
    ...('errors' in asked ? asked.errors : {}),
    ...(purpose === undefined && { purpose: 'Hãy chọn mục đích tra cứu.' }),
    ...((caseReference === '' || caseReference.length > LONGEST_CASE_REFERENCE) && {
      caseReference: 'Hãy ghi số vụ việc hoặc văn bản.',
    }),
  };
  if ('errors' in asked || purpose === undefined || Object.keys(errors).length > 0) {
    return page(visit, ports, { errors, status: 422 });
  }
  const data = await lookUp(asked, ports);
  await enter(asked, data, { purpose, caseReference }, visit, ports);
  return { ...seeOther(await keepSearch(PATH, visit, ports)), said: { data } };
}

/**
 * Enters the look-up in the log before any result is shown; without an entry nothing is shown. The log has a keyed hash
 * of the value.
 */
async function enter(
  { kind, value }: LookUpQuery,
  { companies, people, account }: LookUpResult,
  { purpose, caseReference }: { readonly purpose: string; readonly caseReference: string },
  { officer, event }: Visit,
  { hash, caseRecords, enter: enterInLog, expiry, now }: ServePagesPorts,
): Promise<void> {
  const at = now().toISOString();
  const ref = hash(`look-up ${kind}`, value);
  const found = companies.length + people.length + (account ? 1 : 0);
  const says = { what: kind, ref, purpose, found };
  await caseRecords.keepLookUp(
    contentId({ ref, request: event.requestContext.requestId }),
    { officer: officer.subject, at, caseReference, ...says },
    expiry(),
  );
  const by = actorOf({ officer: officer.subject }, POLICE);
  await enterInLog([
    entryOf({ kind: 'looked-up', at, by, says }, { ref, request: event.requestContext.requestId, at }),
  ]);
}

function page({ officer, form }: Visit, ports: ServePagesPorts, { errors = {}, found, status = 200 }: ShownSearch) {
  const typed = (name: string) => form.get(name) ?? '';
  const field = typedFields(form, errors);
  return html(
    <Page title="Tra cứu" assets={ports.assets} officer={officer} path={PATH}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Tra cứu</h1>
      {found && <Results found={found} />}
      <p class="govuk-inset-text">Mỗi lần tra cứu được ghi vào sổ kiểm chứng với người tra và mục đích.</p>
      <Form action={PATH} formToken={officer.formToken}>
        <input type="hidden" name="page" value={PATH} />
        <Radios
          name="what"
          legend="Tra theo"
          value={form.get('what') ?? 'company'}
          error={errors['what']}
          options={Object.entries(LOOK_UP_KINDS).map(([value, { label, hint }]) => ({ value, label, hint }))}
        />
        <TextField {...field('value', 'Nội dung')} />
        <TextField {...field('born', 'Ngày sinh hoặc năm sinh (khi tra người)')} />
        <TextField {...field('bank', 'Ngân hàng, ví điện tử (khi tra tài khoản)', 'Ví dụ VCB hoặc 970436.')} />
        <Select
          name="purpose"
          label="Mục đích"
          value={typed('purpose')}
          error={errors['purpose']}
          options={[
            { value: '', label: 'chọn mục đích' },
            ...Object.entries(LOOK_UP_PURPOSES).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextField {...field('caseReference', 'Số vụ việc hoặc văn bản')} />
        <Button>Tra cứu</Button>
      </Form>
    </Page>,
    status,
    { errors, data: found },
  );
}

const VERDICTS = { clear: 'Bình thường', watch: 'Theo dõi', flagged: 'Đã báo công an' };

function Results({ found: { companies, people, account, more } }: { readonly found: LookUpResult }) {
  const isEmpty = companies.length === 0 && people.length === 0 && !account;
  return (
    <section aria-labelledby="results">
      <h2 class="govuk-heading-m" id="results">
        Kết quả
      </h2>
      {isEmpty && <p class="govuk-body">Không tìm thấy.</p>}
      {account && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/police/accounts/${account.accountRef}`}>
            {`Tài khoản ${account.accountNumber}, ${bankNameOf(account.bank)}`}
          </a>
        </p>
      )}
      {people.length > 0 && (
        <Table
          caption="Trong dữ liệu dân cư"
          columns={['Họ và tên', 'Số giấy tờ', 'Ngày sinh'].map((label) => ({ label }))}
          rows={people.map(({ fullName, documentNumber, dateOfBirth }) => [
            fullName,
            documentNumber,
            formatDate(dateOfBirth),
          ])}
        />
      )}
      {companies.length > 0 && (
        <Table
          caption={more ? 'Doanh nghiệp liên quan (50 doanh nghiệp đầu)' : 'Doanh nghiệp liên quan'}
          columns={[{ label: 'Doanh nghiệp' }, { label: 'Kết luận' }, { label: 'Điểm', numeric: true }]}
          rows={companies.map(({ enterpriseCode, name, verdict, score, noticeId }) => [
            noticeId === undefined ? (
              `${name} (${enterpriseCode})`
            ) : (
              <a class="govuk-link" href={`/police/cases/${noticeId}`}>{`${name} (${enterpriseCode})`}</a>
            ),
            verdict === undefined ? 'Chưa đánh giá' : VERDICTS[verdict],
            score === undefined ? '' : String(score).replace('.', ','),
          ])}
        />
      )}
    </section>
  );
}
