import * as z from 'zod';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { OperatorTask } from '#shared/contracts/operator-task.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { RECEIVERS_PAGE, SYSTEM_PAGE } from './page-paths.ts';

/** Sends an operator's task, or one for each chosen message, to the step that does it, after the log has recorded who asked. */
export async function requestTask({ form, officer, event }: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const fields = ['task', 'queue', 'receiver', 'messageId', 'parkedAt', 'because'].flatMap((name) => {
    const value = form.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const messages = form.getAll('message').map((message) => message.split(' '));
  const each = messages.map(([messageId, parkedAt]) => ({ ...Object.fromEntries(fields), messageId, parkedAt }));
  const read = z
    .array(OperatorTask)
    .min(1)
    .safeParse(each.length > 0 ? each : [Object.fromEntries(fields)]);
  if (!read.success) return notFoundPage(ports, officer);
  const tasks = read.data;
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, 'operator');
  const entries = tasks.map((says, n) =>
    entryOf({ kind: 'operator-acted', at, by, says }, { request: event.requestContext.requestId, at, n }),
  );
  await ports.enter(entries);
  await ports.requestOperatorTask(tasks);
  const page = tasks.some(({ task }) => task === 'redrive-receiver') ? RECEIVERS_PAGE : SYSTEM_PAGE;
  return seeOther(`${page}?asked=yes`);
}
