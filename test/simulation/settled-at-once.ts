import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { type DeskUser, entriesOf, sendForm } from './desks.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { doubledIf, lostUnless } from './said.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const AN: DeskUser = { officer: 'an', group: 'office' };
const WHY = 'Công an ghi khác.';
const corrected = (field: string, current: string, proposed: string): WorklistEntry => ({
  kind: 'correction',
  field,
  current,
  proposed,
  why: WHY,
});
export const SETTLED_AT_ONCE = [
  corrected('phone', '0912345671', '0912345672'),
  corrected('email', 'a@mau.vn', 'b@mau.vn'),
];

/**
 * An officer is given entries of a company's worklist and accepts them at once. Nothing is accepted where one of them is
 * gone, where it does not fit, or where it is refused without a reason.
 */
export async function findingsOfSettledAtOnce(world: World, code: string): Promise<readonly Violation[]> {
  const tasks = SETTLED_AT_ONCE.map((entry) => `${code} ${taskIdOf(entry)}`);
  const act = (how: string, task: readonly string[] = tasks) =>
    sendForm(world, AN, '/office/worklist', { act: how, task });
  const areTaken = [await act('accepted', [...tasks, `${code} gone`]), await act('done'), await act('refused')];
  const early = decidedIn(world, code).length;
  const isAssigned = await act('assign');
  const assigned = tasksIn(world, code).filter(({ assignee }) => (assignee as Attributes)?.['subject'] === AN.officer);
  const isAccepted = await act('accepted');
  const isAgainTaken = await act('accepted');
  const decided = decidedIn(world, code);
  const settled = new Set(entriesOf(world, 'work-settled').map(({ says }) => says['taskId']));
  return [
    ...doubledIf(areTaken.some((taken) => taken !== false) || early > 0, 'entries are settled that may not be at once'),
    ...lostUnless(isAssigned === true && assigned.length === tasks.length, 'each entry is assigned that was chosen'),
    ...lostUnless(entriesOf(world, 'work-assigned').length > 0, 'the log has who was given which entries'),
    ...lostUnless(
      isAccepted === true && decided.join() === SETTLED_AT_ONCE.map(({ proposed }) => proposed).join(),
      `each entry that was accepted is a fact: ${decided.join()}`,
    ),
    ...doubledIf(isAgainTaken !== false, 'entries are settled again that were settled'),
    ...lostUnless(
      SETTLED_AT_ONCE.every((entry) => settled.has(taskIdOf(entry))),
      'the log has each entry that was settled at once',
    ),
  ];
}

/** The corrected values of the entries that were decided. */
const decidedIn = (world: World, code: string): readonly string[] =>
  SETTLED_AT_ONCE.flatMap((entry) =>
    itemsOf(world, 'Companies').flatMap(({ enterpriseCode, officeDecision }) => {
      const { taskId, correction } = (officeDecision ?? {}) as Attributes;
      const isOwn = enterpriseCode === code && taskId === taskIdOf(entry);
      return isOwn ? [String((correction as Attributes | undefined)?.['to'])] : [];
    }),
  );

const tasksIn = (world: World, code: string): readonly Attributes[] =>
  itemsOf(world, 'Tasks').filter(
    ({ enterpriseCode, taskId }) =>
      enterpriseCode === code && SETTLED_AT_ONCE.some((entry) => taskIdOf(entry) === taskId),
  );
