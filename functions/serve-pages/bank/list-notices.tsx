import { bankOf } from '#shared/domain/notification/receiver.ts';
import { periodOf } from '#shared/domain/risk/rules/finding-period.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { dayInVietnam, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import { isDecided, type OpenNotice } from '#shared/tables/open-notice.ts';
import { listQuestions } from '#shared/use-cases/list-questions.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { logNoticesShown } from '../log-shown.ts';
import { type FormRefusal, html } from '../http/answer.ts';
import { Button, ErrorSummary, Form, Table, Tag, TextField, Link, LinkLine } from '../layout/components.tsx';
import { Pagination } from '../layout/pagination.tsx';
import { DueTag, StatusTag } from '../layout/status-tag.tsx';
import { AllOfView } from '../layout/list-view.tsx';
import { Page, Done } from '../layout/page.tsx';
import { RowCheckbox } from '../layout/row-checkbox.tsx';
import { VanishedRows } from '../layout/vanished-rows.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { answerValueOf, isToAnswer, type NoticeToAnswer } from './answered-since.ts';
import { EndedNotices, endedView } from './ended-notices.tsx';
import { NOTICES_PAGE as PATH } from './find-notices.ts';
import { noticesAsked } from './notices-asked.ts';
import { OpenQuestions, openQuestions } from './questions-section.tsx';
import { reasonsInWords } from './suspicions.ts';
import { typedFields } from '../layout/fields.tsx';

/** The page of a bank's own notices in force. Notices that require action come first unless another order is chosen. */
export async function listNotices(
  visit: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const { officer, form } = visit;
  const { receiver, open, ended, sought, view } = await noticesAsked(visit, ports);
  const listed = await listQuestions(receiver, ports);
  const asking = openQuestions(
    listed.map(({ view: question }) => question),
    open,
  );
  const vanished = await ports.files.vanished(`accounts/${bankOf(receiver) ?? ''}`);
  const waiting = open.filter(({ summary }) => summary.waitsForNumber).length;
  const { items, paging, place } = view.page(view.shown);
  const toAnswer = view.shown.filter(isToAnswer).length;
  const chosen = new Set(form.getAll('notice'));
  await logNoticesShown(items, 'list', receiver, visit, ports);
  const field = typedFields(form, errors);
  return html(
    <Page title="Thông báo" assets={ports.assets} officer={officer} path={PATH}>
      <h1 class="govuk-heading-l">{`Thông báo còn hiệu lực (${open.length})`}</h1>
      <OpenQuestions asked={asking} />
      {waiting > 0 && (
        <p class="govuk-inset-text">
          {`${waiting} thông báo chờ số tài khoản đúng: số ghi như trong tệp của ngân hàng. Gửi lại cột số tài khoản ở dạng văn bản thì thông báo mang số đúng.`}
        </p>
      )}
      <VanishedRows vanished={vanished} />
      <Done sentences={{ answered: 'Đã gửi kết quả xử lý.' }} event={visit.event} />
      <ErrorSummary errors={errors} />
      {sought.error !== undefined && (
        <p class="govuk-inset-text" role="alert">{`“${sought.typed}”: ${sought.error}`}</p>
      )}
      {view.sought}
      {view.choices('level')}
      <LinkLine to={view.hrefOf().replace(PATH, `${PATH}-file`)}>Tải danh sách này (.xlsx)</LinkLine>
      <Form action="/bank/answers" formToken={officer.formToken} fields={view.fields}>
        <Table
          id="notice"
          empty={
            sought.numbers.length === 0
              ? 'Không có thông báo nào. Thông báo mới hiện ở đây ngay khi được gửi.'
              : 'Không có thông báo nào về tài khoản hoặc doanh nghiệp này.'
          }
          caption={`Tài khoản tại ${bankNameOf(bankOf(receiver) ?? '')}`}
          columns={[
            ...(toAnswer > 0 ? ['Chọn'] : []),
            'Số tài khoản',
            'Mã số doanh nghiệp',
            view.column('Mức', 'level'),
            'Vì sao',
            'Thời gian của tiền',
            view.column('Từ ngày', 'age'),
            view.column('Thay đổi', 'changed'),
            'Hạn',
            'Tình trạng',
          ]}
          rows={items.map((notice) => [
            ...(toAnswer > 0
              ? [isToAnswer(notice) && <Choice notice={notice} isChosen={chosen.has(answerValueOf(notice))} />]
              : []),
            ...rowOf(notice, ports.rulesClock.today()),
          ])}
        />
        <Pagination {...paging} />
        {toAnswer > 0 && (
          <>
            <h2 class="govuk-heading-m">Trả lời các dòng đã chọn</h2>
            <AllOfView count={toAnswer} what="thông báo chưa trả lời của mục này" form={form} />
            <AnswerFields form={form} errors={errors} />
            <TextField {...field('note', 'Ghi chú')} rows={2} />
            <Button>Gửi kết quả</Button>
          </>
        )}
      </Form>
      {ended.length > 0 && <EndedNotices ended={ended} />}
    </Page>,
    status,
    {
      errors,
      data: {
        notices: items.map(({ summary, ...one }) => ({ ...summary, ...one })),
        questions: asking.map(({ question }) => question),
        vanished,
        ended: ended.map(endedView),
        ...place,
      },
    },
  );
}

function rowOf({ noticeId, summary, issuedAt, changedAt, handlingStatus }: OpenNotice, today: IsoDate) {
  return [
    <Link to={`${PATH}/${noticeId}`}>{summary.accountNumber ?? ''}</Link>,
    summary.enterpriseCode ?? '',
    summary.level === 'act' ? <Tag colour="red">Xử lý ngay</Tag> : <Tag colour="yellow">Rà soát</Tag>,
    reasonsInWords(summary.reasonCodes),
    summary.window && periodOf(summary.window)?.text,
    formatDate(dayInVietnam(new Date(issuedAt))),
    formatDate(dayInVietnam(new Date(changedAt))),
    <BankDue status={handlingStatus} from={dayInVietnam(new Date(issuedAt))} today={today} />,
    <StatusTag status={handlingStatus} />,
  ];
}

const Choice = ({ notice, isChosen }: { readonly notice: NoticeToAnswer; readonly isChosen: boolean }) => (
  <RowCheckbox
    name="notice"
    value={answerValueOf(notice)}
    label={`Chọn tài khoản ${notice.summary.accountNumber ?? ''}`}
    isChosen={isChosen}
  />
);

interface BankDueProps {
  readonly status: OpenNotice['handlingStatus'];
  readonly from: IsoDate;
  readonly today: IsoDate;
}

/** The next thing to do about the notice: first the acknowledgement, then the answer. */
function BankDue({ status, from, today }: BankDueProps) {
  if (isDecided({ handlingStatus: status })) return null;
  const isAcknowledged = status === 'acknowledged';
  return (
    <>
      {isAcknowledged ? 'Trả lời ' : 'Xác nhận '}
      <DueTag due={dueOn(isAcknowledged ? 'bankAnswer' : 'bankAcknowledgement', from)} today={today} />
    </>
  );
}
