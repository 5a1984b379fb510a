import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { OFFICE_OUTCOMES, outcomesFor } from '#shared/domain/notification/worklist/office-decision.ts';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import { dueOn as lastDayOf } from '#shared/domain/vietnamese/due-days.ts';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';
import { type Task, taskKey } from '#shared/tables/tasks.ts';
import { settleTasks } from '#shared/use-cases/settle-task.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { chosenBy } from '../layout/list-view.tsx';
import { listWorklist } from './list-worklist.tsx';
import { classIdOf, type OpenTask } from './open-tasks.ts';
import { worklistAsked } from './worklist-asked.ts';

const AT_ONCE = 32;
const LONGEST_REASON = 500;
/** The most tasks that one log entry may name. */
const MOST_NAMED = 100;

/** Settles the chosen entries or assigns them to somebody. Entries for which that failed are shown again, still chosen. */
export async function settleMany(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form } = visit;
  const classes = new Map(form.getAll('class-all').map((value) => [value.split(' ')[0] ?? '', value]));
  const { view } = await worklistAsked(visit, ports);
  const refused = (task: string, status: number) => listWorklist(visit, ports, { errors: { task }, status });
  if (!['task', 'class-all', 'all'].some((name) => form.has(name))) return refused('Hãy chọn ít nhất một dòng.', 422);
  const ofClasses = view.shown.filter((one) => classes.has(classIdOf(one)));
  const sizes = Map.groupBy(ofClasses, classIdOf);
  const named = chosenBy(form, 'task', view.shown, taskKey);
  if (!named || [...classes].some(([id, value]) => value !== `${id} ${sizes.get(id)?.length ?? 0}`))
    return refused('Các việc đã chọn vừa thay đổi hoặc được xử lý; chưa ghi việc nào: hãy xem lại.', 409);
  const tasks = [...new Set([...ofClasses, ...named])];
  const done = (what: string) => seeOther(view.hrefOf({ done: what, count: String(tasks.length) }));
  if (form.get('act') === 'assign') return (await assign(tasks, visit, ports)) ?? done('assigned');
  return (await settle(tasks, visit, ports)) ?? done('settled');
}

/** @returns the page that says why not all are settled; undefined where they are */
async function settle(
  tasks: readonly OpenTask[],
  visit: Visit,
  ports: ServePagesPorts,
): Promise<HttpAnswer | undefined> {
  const { form, officer } = visit;
  const outcome = OFFICE_OUTCOMES.find((one) => one === form.get('act'));
  const reason = form.get('reason')?.trim() ?? '';
  if (outcome === undefined || outcome === 'changed') return listWorklist(visit, ports, { status: 422 });
  if (outcome === 'refused' && (reason === '' || reason.length > LONGEST_REASON)) {
    const errors = { reason: 'Hãy nêu lý do không sửa, dài nhất 500 chữ.' };
    return listWorklist(visit, ports, { errors, status: 422 });
  }
  const unfit = tasks.filter(({ entry }) => !outcomesFor(entry).includes(outcome) || needsMore(entry.kind, outcome));
  if (unfit.length > 0) {
    const errors = { task: `${unfit.length} dòng không làm được như vậy: hãy mở từng dòng, hoặc bỏ chọn.` };
    return listWorklist(visit, ports, { errors, status: 422 });
  }
  const by = { subject: officer.subject, name: officer.displayName };
  const results = await settleTasks(
    tasks.map(({ enterpriseCode, companyName, taskId, entry }) => ({
      enterpriseCode,
      companyName,
      taskId,
      entry,
      outcome,
      officer: by,
      ...(reason !== '' && { reason }),
    })),
    ports,
  );
  const missed = results.filter((result) => result !== 'settled').length;
  if (missed > 0) {
    const errors = { task: `${missed} dòng đã được xử lý trước đó; các dòng khác đã ghi nhận.` };
    return listWorklist(visit, ports, { errors, status: 409 });
  }
  return undefined;
}

/** Whether an entry can be settled from the list; an on-site check needs a result, for which a line has no field. */
const needsMore = (kind: string, outcome: string) => kind === 'post_check' && outcome === 'done';

async function assign(
  tasks: readonly OpenTask[],
  visit: Visit,
  ports: ServePagesPorts,
): Promise<HttpAnswer | undefined> {
  const { form, officer } = visit;
  const typed = form.get('dueOn')?.trim() ?? '';
  const today = ports.rulesClock.today();
  const dueOn = typed === '' ? lastDayOf('officeTask', today) : parseDate(typed);
  if (dueOn === undefined || dueOn < today) {
    const errors = { dueOn: 'Hãy ghi hạn từ hôm nay trở đi, ví dụ 31/12/2026.' };
    return listWorklist(visit, ports, { errors, status: 422 });
  }
  const to = form.get('assignee') ?? '';
  const self = { subject: officer.subject, name: officer.displayName };
  const assignee = to === '' ? self : (await ports.tasks.officers('office')).find(({ subject }) => subject === to);
  if (!assignee) return listWorklist(visit, ports, { errors: { assignee: 'Không có người này.' }, status: 422 });
  const assignedAt = ports.now().toISOString();
  await enterAssigned(tasks, { to: assignee.subject, dueOn }, visit, ports);
  const written = await inParallel(tasks, AT_ONCE, ({ enterpriseCode, companyName, taskId, entry, task }) => {
    const next: Task = {
      ...(task ?? { enterpriseCode, companyName, taskId, entry }),
      assignee,
      assignedAt,
      dueOn,
      revision: (task?.revision ?? 0) + 1,
    };
    return ports.tasks.write(next, task, ports.expiry());
  });
  if (written.includes(false)) {
    const errors = { task: 'Có dòng vừa được giao hoặc xử lý: hãy xem lại.' };
    return listWorklist(visit, ports, { errors, status: 409 });
  }
  return undefined;
}

/** Enters in the log who assigned which task to whom, before the tasks are assigned. */
async function enterAssigned(
  tasks: readonly OpenTask[],
  given: { readonly to: string; readonly dueOn: string },
  { officer }: Visit,
  { enter, now }: Pick<ServePagesPorts, 'enter' | 'now'>,
): Promise<void> {
  const at = now().toISOString();
  const by = actorOf({ officer: officer.subject }, 'office');
  const entries = chunksOf(
    tasks.map(({ taskId }) => taskId),
    MOST_NAMED,
  ).map((taskIds) => {
    const says = { ...given, count: taskIds.length, taskIds };
    return entryOf({ kind: 'work-assigned', at, by, says }, { ...says, at });
  });
  await enter(entries);
}
