import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { html } from '../http/answer.ts';
import { Table, numeric } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { isUndecidedCase } from '#shared/tables/open-notice.ts';
import { dueOf } from '../police/cases-asked.ts';
import { openTasks } from '../worklist/open-tasks.ts';

const PATH = '/province/workload';

interface Work {
  readonly assignee: { readonly subject: string; readonly name: string } | undefined;
  readonly dueOn: string | undefined;
}

/** The page of the work that waits at police and office, by officer. */
export async function showWorkload({ officer }: Visit, ports: ServePagesPorts) {
  const today = ports.rulesClock.today();
  const [open, assigned, tasks] = await Promise.all([
    ports.notices.open(POLICE),
    ports.caseRecords.assigned(),
    openTasks(ports),
  ]);
  const cases = open.map((one) => ({ ...one, assignee: assigned.get(one.noticeId) }));
  const units = {
    police: linesOf(
      cases.filter(isUndecidedCase).map((one) => ({ assignee: one.assignee, dueOn: dueOf(one) })),
      today,
    ),
    office: linesOf(
      tasks.map(({ task }) => ({ assignee: task?.assignee, dueOn: task?.dueOn })),
      today,
    ),
  };
  return html(
    <Page title="Khối lượng việc" assets={ports.assets} officer={officer} path={PATH}>
      <h1 class="govuk-heading-l">Khối lượng việc</h1>
      <Unit name="Công an: vụ việc chưa quyết định" lines={units.police} />
      <Unit name="Cơ quan đăng ký: việc chưa xử lý" lines={units.office} />
    </Page>,
    200,
    { data: units },
  );
}

interface Line {
  /** Empty for work that nobody has. */
  readonly name: string;
  readonly open: number;
  readonly late: number;
}

function linesOf(work: readonly Work[], today: string): readonly Line[] {
  const byOfficer = Map.groupBy(work, ({ assignee }) => assignee?.subject ?? '');
  const lines = [...byOfficer.values()].map((own) => ({
    name: own[0]?.assignee?.name ?? '',
    open: own.length,
    late: own.filter(({ dueOn }) => dueOn !== undefined && dueOn < today).length,
  }));
  return lines.sort((a, b) => b.late - a.late || b.open - a.open);
}

const Unit = ({ name, lines }: { readonly name: string; readonly lines: readonly Line[] }) => (
  <Table
    caption={name}
    empty="Không có việc nào chờ."
    columns={['Cán bộ', numeric('Đang chờ'), numeric('Quá hạn')]}
    rows={lines.map((line) => [
      line.name === '' ? 'Chưa giao' : line.name,
      formatCount(line.open),
      formatCount(line.late),
    ])}
  />
);
