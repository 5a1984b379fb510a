import { classKeyOf } from '#shared/domain/notification/worklist/work-lines.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { CompanyWork } from '#shared/tables/open-work.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { type Task, taskKey } from '#shared/tables/tasks.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { findIn } from '../search/list-search.ts';

/** An entry of the worklist with what officers have done about it. */
export interface OpenTask {
  readonly enterpriseCode: string;
  readonly companyName: string;
  readonly taskId: string;
  readonly entry: WorklistEntry;
  readonly task?: Task | undefined;
}

/** The tasks for which an officer goes to the company. */
export const VISITS: ReadonlySet<WorklistEntry['kind']> = new Set(['post_check', 'address']);

export const WORKLIST_PAGE = '/office/worklist';
export const findTasks = findIn(WORKLIST_PAGE);

/** The id of the class of tasks that ask several companies for the same. */
export const classIdOf = ({ entry }: OpenTask): string => contentId(classKeyOf(entry));

interface NamedTask {
  readonly enterpriseCode: string;
  readonly taskId: string;
}

/** The address of a task's page. The code of a household business may be a personal number, so it is sealed. */
export const taskPath = ({ enterpriseCode, taskId }: NamedTask, { hash }: Pick<ServePagesPorts, 'hash'>): string =>
  `${WORKLIST_PAGE}/${hash.sealed(enterpriseCode)}/${taskId}`;

/** The task that the address of its page names. */
export const taskNamed = ({ event }: Visit, { hash }: Pick<ServePagesPorts, 'hash'>): NamedTask => {
  const { code = '', task = '' } = event.pathParameters ?? {};
  return { enterpriseCode: hash.opened(code), taskId: task };
};

export type WorklistPorts = Pick<ServePagesPorts, 'verifications' | 'assessments' | 'tasks' | 'now'>;

/**
 * How long a settled entry may still be in the stored list, until the company has been assessed again. One that is there
 * for longer was stored by a function that ended then, and is shown again.
 */
const ON_ITS_WAY_MS = 3_600_000;

/** All open tasks of the office, company by company, without those that were just settled. */
export async function openTasks({ verifications, assessments, tasks, now }: WorklistPorts): Promise<OpenTask[]> {
  const since = new Date(now().getTime() - ON_ITS_WAY_MS).toISOString();
  const [registered, assessed, taken, settled] = await Promise.all([
    verifications.work(),
    assessments.work(),
    tasks.taken(),
    tasks.settled(since, now().toISOString()),
  ]);
  const known = new Map(taken.map((task) => [taskKey(task), task]));
  const gone = new Set(settled.map(taskKey));
  return [...registered, ...assessed]
    .flatMap(tasksOf)
    .filter((one) => !gone.has(taskKey(one)))
    .map((one) => ({ ...one, task: known.get(taskKey(one)) }))
    .sort((a, b) => (taskKey(a) < taskKey(b) ? -1 : 1));
}

/** Joins equal entries into one task. */
function tasksOf({ enterpriseCode, name, worklist }: CompanyWork): OpenTask[] {
  const tasks = worklist.map((entry) => ({ enterpriseCode, companyName: name, taskId: taskIdOf(entry), entry }));
  return [...new Map(tasks.map((task) => [task.taskId, task])).values()];
}

/** The open tasks about one company. */
export async function tasksOfCompany(enterpriseCode: string, ports: WorklistPorts): Promise<readonly OpenTask[]> {
  const entries = await entriesOf(enterpriseCode, ports);
  const found = await Promise.all(entries.map((entry) => findTask({ enterpriseCode, taskId: taskIdOf(entry) }, ports)));
  return found.filter((task) => task !== undefined);
}

async function entriesOf(enterpriseCode: string, { verifications, assessments }: WorklistPorts) {
  const [verified, assessed] = await Promise.all([
    verifications.of([enterpriseCode]),
    assessments.of([enterpriseCode]),
  ]);
  return [...(verified.get(enterpriseCode)?.worklist ?? []), ...(assessed.get(enterpriseCode)?.worklist ?? [])];
}

/** One entry in its present state; undefined where it no longer exists or was just settled. */
export async function findTask(named: NamedTask, ports: WorklistPorts): Promise<OpenTask | undefined> {
  const found = await findEntry(named, ports);
  const settledAt = found?.task?.at;
  const isJustSettled = settledAt !== undefined && Date.parse(settledAt) > ports.now().getTime() - ON_ITS_WAY_MS;
  return isJustSettled ? undefined : found;
}

/** One entry that the company's last check has listed, also where it has been settled since. */
export async function findEntry(
  { enterpriseCode, taskId }: NamedTask,
  ports: WorklistPorts,
): Promise<OpenTask | undefined> {
  const [verified, assessed, task] = await Promise.all([
    ports.verifications.of([enterpriseCode]),
    ports.assessments.of([enterpriseCode]),
    ports.tasks.get(enterpriseCode, taskId),
  ]);
  const entries = [
    ...(verified.get(enterpriseCode)?.worklist ?? []),
    ...(assessed.get(enterpriseCode)?.worklist ?? []),
  ];
  const entry = entries.find((one) => taskIdOf(one) === taskId);
  if (!entry) return undefined;
  const companyName = assessed.get(enterpriseCode)?.name ?? task?.companyName ?? '';
  return { enterpriseCode, companyName, taskId, entry, task };
}

/** A task as a program reads it. */
export const taskView = ({ task, ...shown }: OpenTask) => ({ ...shown, assignee: task?.assignee, dueOn: task?.dueOn });
