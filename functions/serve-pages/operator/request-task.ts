import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { OperatorTask } from '#shared/contracts/operator-task.ts';
import type { Visit } from '../admit.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import type { ServePagesPorts } from '../ports.ts';
import { RECEIVERS_PAGE, SYSTEM_PAGE } from './page-paths.ts';

/** Sends an operator's task to the step that does it, after the log has recorded who asked. */
export async function requestTask({ form, officer, event }: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const named = ['task', 'queue', 'receiver', 'messageId', 'parkedAt', 'because'].flatMap((name) => {
    const value = form.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const task = OperatorTask.safeParse(Object.fromEntries(named));
  if (!task.success) return notFoundPage(ports, officer);
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, 'operator');
  const entry = { kind: 'operator-acted', at, by, says: task.data } as const;
  await ports.enter([entryOf(entry, { request: event.requestContext.requestId, at })]);
  await ports.requestOperatorTask([task.data]);
  const page = task.data.task === 'redrive-receiver' ? RECEIVERS_PAGE : SYSTEM_PAGE;
  return seeOther(`${page}?asked=yes`);
}
