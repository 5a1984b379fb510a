import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { WORKLIST_KINDS } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { labelOf, displayValue, WORK_KINDS } from '#shared/use-cases/worklist-book.ts';
import type { Visit } from '../admit.ts';
import { html, type FormRefusal } from '../http/answer.ts';
import { Choices } from '../layout/choices.tsx';
import { ErrorSummary, Form, Table, Tag } from '../layout/components.tsx';
import { Pagination } from '../layout/pagination.tsx';
import { doneSentence } from '../layout/done-sentence.ts';
import { SuccessBanner } from '../layout/success-banner.tsx';
import { Page } from '../layout/page.tsx';
import { RowCheckbox } from '../layout/row-checkbox.tsx';
import { listPageOf } from '../layout/paging.ts';
import type { ServePagesPorts } from '../ports.ts';
import { BulkActions } from './bulk-actions.tsx';
import { isLate, type OpenTask, openTasks, taskPath, taskView, WORKLIST_PAGE } from './open-tasks.ts';

type Passes = (task: OpenTask, subject: string, now: Date) => boolean;
const WHOSE: Readonly<Record<string, { readonly label: string; readonly passes: Passes }>> = {
  all: { label: 'Tất cả', passes: () => true },
  mine: { label: 'Của tôi', passes: ({ task }, subject) => task?.assignee?.subject === subject },
  free: { label: 'Chưa giao', passes: ({ task }) => task?.assignee === undefined },
  late: { label: 'Quá hạn', passes: (task, _, now) => isLate(task, now) },
};

const DONE: Readonly<Record<string, string>> = {
  settled: 'Đã ghi nhận',
  assigned: 'Đã giao',
};

/** The page of the office's open tasks, by kind and assignee. An officer settles one or many at once. */
export async function listWorklist(
  { event, officer, form }: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const asked = event.queryStringParameters ?? {};
  const from = (name: string) => asked[name] ?? form.get(name) ?? undefined;
  const whose = Object.hasOwn(WHOSE, from('whose') ?? '') ? (from('whose') ?? 'all') : 'all';
  const kind = WORKLIST_KINDS.find((one) => one === from('kind'));
  await ports.tasks.meet({ subject: officer.subject, name: officer.displayName }, ports.expiry());
  const [all, officers] = await Promise.all([openTasks(ports), ports.tasks.officers()]);
  const ofWhose = all.filter((task) => WHOSE[whose]?.passes(task, officer.subject, ports.now()));
  const shown = ofWhose.filter(({ entry }) => kind === undefined || entry.kind === kind);
  const hrefOf = (page: number, ofKind: string = kind ?? '', of = whose) =>
    `${WORKLIST_PAGE}?kind=${ofKind}&whose=${of}&page=${page}`;
  const { items, paging, place } = listPageOf(shown, from('page'), (page) => hrefOf(page));
  const count = (ofKind: string) => ofWhose.filter(({ entry }) => entry.kind === ofKind).length;
  const chosen = new Set(form.getAll('task'));
  const done = doneSentence(DONE, event);
  const number = /^\d{1,6}$/u.exec(asked['count'] ?? '')?.[0];
  return html(
    <Page title="Việc cần làm" assets={ports.assets} officer={officer} path={WORKLIST_PAGE}>
      {done !== undefined && (
        <SuccessBanner>{number === undefined ? `${done}.` : `${done} ${number} việc.`}</SuccessBanner>
      )}
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{`Việc cần làm (${formatCount(shown.length)})`}</h1>
      <Choices
        label="Lọc theo người nhận việc"
        choices={Object.entries(WHOSE).map(([of, { label, passes }]) => ({
          label: `${label} (${all.filter((task) => passes(task, officer.subject, ports.now())).length})`,
          href: hrefOf(1, kind ?? '', of),
          isChosen: of === whose,
        }))}
      />
      <Choices
        label="Lọc theo loại việc"
        choices={[
          { label: `Mọi loại (${ofWhose.length})`, href: hrefOf(1, ''), isChosen: kind === undefined },
          ...WORKLIST_KINDS.filter((one) => count(one) > 0).map((one) => ({
            label: `${WORK_KINDS[one]} (${count(one)})`,
            href: hrefOf(1, one),
            isChosen: one === kind,
          })),
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${WORKLIST_PAGE}/book`}>
          Tải toàn bộ danh sách (.xlsx)
        </a>
        {' · '}
        <a class="govuk-link" href="/office/corrections">
          Tệp đính chính cho hệ thống đăng ký
        </a>
      </p>
      {items.length === 0 ? (
        <p class="govuk-body">Không có việc nào ở mục này.</p>
      ) : (
        <Form action={WORKLIST_PAGE} formToken={officer.formToken}>
          <input type="hidden" name="page" value={WORKLIST_PAGE} />
          <input type="hidden" name="kind" value={kind ?? ''} />
          <input type="hidden" name="whose" value={whose} />
          <Table
            id="task"
            caption="Mỗi dòng một việc của một doanh nghiệp"
            columns={['Chọn', 'Doanh nghiệp', 'Loại, nội dung', 'Đang ghi', 'Đề xuất', 'Lý do', 'Người nhận, hạn'].map(
              (label) => ({ label }),
            )}
            rows={items.map((task) => [
              <Choice task={task} isChosen={chosen.has(valueOf(task))} />,
              <Company task={task} path={taskPath(task, ports)} />,
              <TaskSummary task={task} />,
              displayValue(task.entry.current),
              displayValue(task.entry.proposed),
              task.entry.why,
              <Whose task={task} now={ports.now()} />,
            ])}
          />
          <Pagination {...paging} />
          <BulkActions officers={officers} form={form} errors={errors} />
        </Form>
      )}
    </Page>,
    status,
    { errors, data: { tasks: items.map(taskView), ...place } },
  );
}

const valueOf = ({ enterpriseCode, taskId }: OpenTask) => `${enterpriseCode} ${taskId}`;

function Choice({ task, isChosen }: { readonly task: OpenTask; readonly isChosen: boolean }) {
  return (
    <RowCheckbox
      id={`task-${task.enterpriseCode}-${task.taskId}`}
      name="task"
      value={valueOf(task)}
      label={`Chọn ${task.companyName}, ${labelOf(task.entry.field)}`}
      isChosen={isChosen}
    />
  );
}

function Company({
  task: { enterpriseCode, companyName, entry },
  path,
}: {
  readonly task: OpenTask;
  readonly path: string;
}) {
  return (
    <>
      <a class="govuk-link" href={path}>
        {`${companyName} (${enterpriseCode})`}
      </a>
      {entry.person !== undefined && <div>{entry.person}</div>}
    </>
  );
}

function TaskSummary({ task: { entry } }: { readonly task: OpenTask }) {
  return (
    <>
      <div>{WORK_KINDS[entry.kind]}</div>
      <div>{labelOf(entry.field)}</div>
    </>
  );
}

function Whose({ task, now }: { readonly task: OpenTask; readonly now: Date }) {
  const { assignee, dueOn } = task.task ?? {};
  return (
    <>
      <div>{assignee?.name ?? 'chưa giao'}</div>
      {dueOn !== undefined &&
        (isLate(task, now) ? (
          <Tag colour="red">{`Quá hạn ${formatDate(dueOn)}`}</Tag>
        ) : (
          <div>{`hạn ${formatDate(dueOn)}`}</div>
        ))}
    </>
  );
}
