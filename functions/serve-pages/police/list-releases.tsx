import { withdrawalReason } from '#shared/domain/notification/dossier/wording.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { bankOf, POLICE } from '#shared/domain/notification/receiver.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { ProposedRelease } from '#shared/tables/releases.ts';
import { voteEligibilityOf } from '#shared/use-cases/vote-on-release.ts';
import type { ReleaseMode, ReleasePolicy } from '#shared/domain/notification/release/release-policy.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { html, type FormRefusal } from '../http/answer.ts';
import { Button, ErrorSummary, Form, Table, Tag, TextField, Link } from '../layout/components.tsx';
import { DueTag } from '../layout/status-tag.tsx';
import { Pagination } from '../layout/pagination.tsx';
import { Done, Page } from '../layout/page.tsx';
import { AllOfView, askedBy, FindInList } from '../layout/list-view.tsx';
import { RowCheckbox } from '../layout/row-checkbox.tsx';
import { RELEASES_PAGE, releasesAsked, type WaitingRelease } from './releases-asked.ts';
import { RingOfCase, signsInWords } from './signs-of-case.tsx';
import { typedFields } from '../layout/fields.tsx';

const WORDS: Readonly<Record<ReleaseMode, string>> = {
  automatic: 'tự động',
  one_officer: 'cần một người duyệt',
  two_officers: 'cần hai người khác nhau duyệt',
};

/** States who must release what in this stage, which explains an empty list. */
function PolicyInWords({ policy }: { readonly policy: ReleasePolicy }) {
  const { police, bank, namingDecision } = policy;
  const all = [police, bank].flatMap((levels) => Object.values(levels).flatMap((acts) => Object.values(acts)));
  if ([...all, namingDecision].every((one) => one === 'automatic')) {
    return (
      <p class="govuk-inset-text">
        Giai đoạn này gửi và rút thông báo tự động, không chờ người duyệt. Khi vận hành thật, ngân hàng chỉ nhận điều đã
        được duyệt.
      </p>
    );
  }
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>{`Công an: gửi ${WORDS[police.watch.issue]}, rút ${WORDS[police.watch.withdraw]}, trừ khi chính công an bác bỏ.`}</li>
      <li>{`Ngân hàng, mức rà soát: gửi ${WORDS[bank.watch.issue]}, rút ${WORDS[bank.watch.withdraw]}.`}</li>
      <li>{`Ngân hàng, mức xử lý ngay: gửi ${WORDS[bank.act.issue]}, rút ${WORDS[bank.act.withdraw]}.`}</li>
      <li>{`Nêu văn bản của cơ quan có thẩm quyền: ${WORDS[namingDecision]}.`}</li>
    </ul>
  );
}

const ACTS: Readonly<Record<ProposedRelease['act'], string>> = {
  issue: 'Gửi thông báo mới',
  update: 'Gửi bản cập nhật',
  withdraw: 'Rút thông báo',
};

/** The reason why this officer cannot choose the row. */
const NOT_YOURS = { own_proposal: 'Bạn đề xuất', voted_already: 'Bạn đã duyệt' } as const;
const DONE: Readonly<Record<string, string>> = {
  release: 'Đã duyệt. Việc đã đủ người duyệt được gửi ngay; việc còn thiếu người vẫn ở danh sách.',
  refuse: 'Đã từ chối: thông báo không được gửi.',
};
const AT_ONCE = 8;

type ReleaseRow = WaitingRelease & Pick<Awaited<ReturnType<typeof voteEligibilityOf>>, 'stillNeeded' | 'refusal'>;

/**
 * The page of changes that a person must release before a bank is notified. An officer releases or refuses one or many
 * at once.
 */
export async function listReleases(
  visit: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const { event, officer, form } = visit;
  const asked = askedBy(visit);
  const view = await releasesAsked(visit, ports);
  const { shown, hrefOf } = view;
  const { items, paging, place } = view.page(shown);
  const today = ports.rulesClock.today();
  const chosen = new Set(form.getAll('change'));
  const rows = await inParallel(items, AT_ONCE, async ({ change, company }) => ({
    change,
    company,
    ...(await voteEligibilityOf(change, officer.subject, ports)),
  }));
  const field = typedFields(form, errors);
  return html(
    <Page title="Chờ duyệt" assets={ports.assets} officer={officer} path={RELEASES_PAGE}>
      <h1 class="govuk-heading-l">{`Chờ duyệt trước khi gửi (${shown.length})`}</h1>
      <PolicyInWords policy={ports.releasePolicy} />
      <Done sentences={DONE} event={event} />
      <ErrorSummary errors={errors} />
      <FindInList path={RELEASES_PAGE} hint="Doanh nghiệp, người, địa chỉ, số" formToken={officer.formToken} />
      {view.sought}
      {view.choices('what')}
      {(asked['ring'] ?? '') !== '' && (
        <p class="govuk-inset-text">
          {'Chỉ việc của một nhóm. '}
          <Link to={hrefOf({ ring: '' })}>Xem mọi việc</Link>
        </p>
      )}
      {shown.length === 0 ? (
        <p class="govuk-body">Không có việc nào chờ duyệt.</p>
      ) : (
        <Form action={RELEASES_PAGE} formToken={officer.formToken} fields={view.fields}>
          {(paging.pages > 1 || rows.some(({ refusal }) => refusal === undefined)) && (
            <AllOfView count={shown.length} what="dòng của mục này, trừ dòng bạn không được duyệt" form={form} />
          )}
          <Table
            id="change"
            caption="Mỗi dòng là một thay đổi sẽ gửi một nơi nhận"
            columns={[
              'Chọn',
              'Việc',
              'Nơi nhận',
              'Tài khoản',
              'Doanh nghiệp',
              'Vì sao',
              'Nhóm',
              'Mức',
              'Cần duyệt',
              'Hạn',
            ]}
            rows={rows.map(({ change, company, stillNeeded, refusal }) => [
              refusal === undefined ? (
                <RowCheckbox
                  name="change"
                  value={changeValueOf(change)}
                  label={`Chọn ${change.accountNumber === '' ? `doanh nghiệp ${change.enterpriseCode}` : `tài khoản ${change.accountNumber}`}`}
                  isChosen={chosen.has(changeValueOf(change))}
                />
              ) : (
                NOT_YOURS[refusal]
              ),
              change.withdrawnBecause === undefined || change.receiver !== POLICE
                ? ACTS[change.act]
                : `${ACTS[change.act]}: ${withdrawalReason(change.withdrawnBecause)}`,
              nameOf(change.receiver),
              change.accountNumber === '' ? (
                ''
              ) : (
                <Link to={`/police/accounts/${change.subject}`}>{change.accountNumber}</Link>
              ),
              change.enterpriseCode === undefined ? (
                ''
              ) : (
                <Link to={`/police/cases/${noticeIdOf(POLICE, change.enterpriseCode)}`}>
                  {[company?.name, `(${change.enterpriseCode})`].join(' ').trim()}
                </Link>
              ),
              signsInWords(company?.signs),
              company?.ring && <RingOfCase ring={company.ring} href={hrefOf({ ring: company.ring.of })} />,
              change.level === 'act' ? <Tag colour="red">Xử lý ngay</Tag> : <Tag colour="yellow">Rà soát</Tag>,
              `${stillNeeded} người nữa`,
              <DueTag due={change.dueOn} today={today} />,
            ])}
          />
          <Pagination {...paging} />
          <TextField {...field('reason', 'Lý do (cần khi từ chối)')} rows={2} />
          <div class="govuk-button-group">
            <Button name="outcome" value="release">
              Duyệt các dòng đã chọn
            </Button>
            <Button kind="warning" name="outcome" value="refuse">
              Từ chối các dòng đã chọn
            </Button>
          </div>
        </Form>
      )}
    </Page>,
    status,
    { errors, data: { changes: rows.map(releaseView), ...place } },
  );
}

/** A waiting change as a program reads it. */
const releaseView = ({ change, company, stillNeeded, refusal }: ReleaseRow) => ({
  ...change,
  name: company?.name,
  ring: company?.ring?.of,
  stillNeeded,
  notYours: refusal,
});

const nameOf = (receiver: string): string => {
  const bank = bankOf(receiver);
  return bank === undefined ? 'Công an' : bankNameOf(bank);
};

/** A change as the form sends it: the notice, and the change of it that the officer saw. */
export const changeValueOf = ({ noticeId, changeId }: ProposedRelease) => `${noticeId} ${changeId}`;
