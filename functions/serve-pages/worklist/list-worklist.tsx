import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { type WorkLine, workLines } from '#shared/domain/notification/worklist/work-lines.ts';
import { taskKey, type OfficerName } from '#shared/tables/tasks.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { labelOf, displayValue, WORK_KINDS } from '#shared/use-cases/worklist-book.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { html, type FormRefusal, type FieldErrors } from '../http/answer.ts';
import { ErrorSummary, Form, Table, Link, Button, TextField } from '../layout/components.tsx';
import { DueTag } from '../layout/status-tag.tsx';
import { Pagination } from '../layout/pagination.tsx';
import { doneSentence, SuccessBanner, Page } from '../layout/page.tsx';
import { AllOfView, FindInList } from '../layout/list-view.tsx';
import { RowCheckbox } from '../layout/row-checkbox.tsx';
import { classIdOf, type OpenTask, taskPath, taskView, WORKLIST_PAGE } from './open-tasks.ts';
import { worklistAsked } from './worklist-asked.ts';
import type { ComponentChildren } from 'preact';
import { LEGAL_CLOCKS } from '#shared/domain/vietnamese/legal-clocks.ts';
import { Select, typedFields } from '../layout/fields.tsx';

const DONE: Readonly<Record<string, string>> = {
  settled: 'Đã ghi nhận',
  assigned: 'Đã giao',
};

/** The page of the office's open tasks, by kind and assignee. An officer settles one or many at once. */
export async function listWorklist(
  visit: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const { event, officer, form } = visit;
  await ports.tasks.meet('office', { subject: officer.subject, name: officer.displayName }, ports.expiry());
  const [{ asked, ofClass, sought, view }, officers] = await Promise.all([
    worklistAsked(visit, ports),
    ports.tasks.officers('office'),
  ]);
  const { shown, hrefOf } = view;
  const classes = workLines(shown, ({ entry }) => entry);
  const isOneByOne = ofClass !== '' || sought !== undefined;
  const lines = isOneByOne ? shown.flatMap((task) => workLines([task], ({ entry }) => entry)) : classes;
  const { items, paging } = view.page(lines);
  const program = view.page(shown);
  const chosen = new Set([...form.getAll('task'), ...form.getAll('class-all')]);
  const [together] = ofClass === '' ? [] : classes.filter(({ entries }) => entries.length > 1);
  const done = doneSentence(DONE, event);
  const number = /^\d{1,6}$/u.exec(asked['count'] ?? '')?.[0];
  return html(
    <Page title="Việc cần làm" assets={ports.assets} officer={officer} path={WORKLIST_PAGE}>
      {done !== undefined && (
        <SuccessBanner>{number === undefined ? `${done}.` : `${done} ${number} việc.`}</SuccessBanner>
      )}
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{`Việc cần làm (${formatCount(shown.length)})`}</h1>
      <FindInList path={WORKLIST_PAGE} hint="Doanh nghiệp, người, địa chỉ, mã số" formToken={officer.formToken} />
      {view.sought}
      {view.choices('whose')}
      {view.choices('kind')}
      <p class="govuk-body">
        <Link to={`${WORKLIST_PAGE}/book`}>Tải toàn bộ danh sách (.xlsx)</Link>
        {' · '}
        <Link to="/office/corrections">Tệp đính chính cho hệ thống đăng ký</Link>
      </p>
      {items.length === 0 ? (
        <p class="govuk-body">Không có việc nào ở mục này.</p>
      ) : (
        <Form action={WORKLIST_PAGE} formToken={officer.formToken} fields={view.fields}>
          {together && <p class="govuk-body">{together.sentence}</p>}
          <Table
            id="task"
            caption="Mỗi dòng một việc của một doanh nghiệp, hoặc của nhiều doanh nghiệp khi nội dung như nhau"
            columns={['Chọn', 'Doanh nghiệp', 'Loại, nội dung', 'Đang ghi', 'Đề xuất', 'Lý do', 'Người nhận, hạn'].map(
              (label) => ({ label }),
            )}
            rows={items.map((line) =>
              line.entries.length > 1
                ? classRow(line, hrefOf({ class: classIdOf(line.entries[0]) }), chosen)
                : taskRow(line.entries[0], chosen, ports),
            )}
          />
          <Pagination {...paging} />
          <BulkActions officers={officers} form={form} errors={errors}>
            <AllOfView count={shown.length} what="việc của mục này" form={form} />
          </BulkActions>
        </Form>
      )}
    </Page>,
    status,
    { errors, data: { tasks: program.items.map(taskView), ...program.place } },
  );
}

const taskRow = (task: OpenTask, chosen: ReadonlySet<string>, ports: Pick<ServePagesPorts, 'hash' | 'rulesClock'>) => [
  <Choice task={task} isChosen={chosen.has(taskKey(task))} />,
  <Company task={task} path={taskPath(task, ports)} />,
  <TaskSummary task={task} />,
  displayValue(task.entry.current),
  displayValue(task.entry.proposed),
  task.entry.why,
  <Whose task={task} today={ports.rulesClock.today()} />,
];

const classRow = (line: WorkLine<OpenTask>, href: string, chosen: ReadonlySet<string>) => [
  <ChooseClass line={line} chosen={chosen} />,
  <Link to={href}>{line.size}</Link>,
  <TaskSummary task={line.entries[0]} />,
  '',
  '',
  line.sentence,
  '',
];

/** Chooses all entries of a class on all pages. The value says how many the officer saw. */
function ChooseClass({ line: { entries, size }, chosen }: ChooseClassProps) {
  const id = classIdOf(entries[0]);
  const value = `${id} ${entries.length}`;
  const label = `Chọn tất cả ${size}, ${labelOf(entries[0].entry.field)}`;
  return <RowCheckbox id={`class-${id}`} name="class-all" value={value} label={label} isChosen={chosen.has(value)} />;
}
interface ChooseClassProps {
  readonly line: WorkLine<OpenTask>;
  readonly chosen: ReadonlySet<string>;
}

function Choice({ task, isChosen }: { readonly task: OpenTask; readonly isChosen: boolean }) {
  return (
    <RowCheckbox
      name="task"
      value={taskKey(task)}
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
      <Link to={path}>{`${companyName} (${enterpriseCode})`}</Link>
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

function Whose({ task, today }: { readonly task: OpenTask; readonly today: IsoDate }) {
  const { assignee, dueOn } = task.task ?? {};
  return (
    <>
      <div>{assignee?.name ?? 'chưa giao'}</div>
      {dueOn !== undefined && <DueTag due={dueOn} today={today} />}
    </>
  );
}

interface Props {
  readonly officers: readonly OfficerName[];
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
  readonly children: ComponentChildren;
}

/** The actions for all chosen lines together. */
function BulkActions({ officers, form, errors, children }: Props) {
  const field = typedFields(form, errors);
  return (
    <>
      <h2 class="govuk-heading-m">Với các dòng đã chọn</h2>
      {children}
      <div class="govuk-button-group">
        <Button name="act" value="accepted">
          Chấp nhận đề xuất
        </Button>
        <Button name="act" value="done" kind="secondary">
          Đánh dấu đã xử lý
        </Button>
      </div>
      <TextField {...field('reason', 'Lý do không sửa', 'Cần ghi khi bấm “Không sửa”.')} />
      <Button name="act" value="refused" kind="warning">
        Không sửa
      </Button>
      <Select
        {...field('assignee', 'Giao cho')}
        options={[
          { value: '', label: 'tôi' },
          ...officers.map(({ subject, name }) => ({ value: subject, label: name })),
        ]}
      />
      <TextField
        {...field('dueOn', 'Hạn', `Ví dụ 31/12/2025. Bỏ trống là ${LEGAL_CLOCKS.officeTask.count} ngày làm việc.`)}
      />
      <Button name="act" value="assign" kind="secondary">
        Giao việc
      </Button>
    </>
  );
}
