import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { chosenBy } from '../layout/list-view.tsx';
import { casesAsked } from './cases-asked.ts';
import { listCases } from './list-cases.tsx';

const AT_ONCE = 8;
/** The most cases that one log entry may name. */
const MOST_NAMED = 100;

/** Assigns the chosen cases, or all of the view, to a colleague of the police's desk. */
export async function assignCases(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer } = visit;
  const { shown, hrefOf } = await casesAsked(visit, ports);
  const chosen = chosenBy(form, 'case', shown, ({ noticeId }) => noticeId);
  if (!chosen) {
    const changed = { case: 'Danh sách vừa thay đổi; chưa giao vụ việc nào: hãy xem lại.' };
    return listCases(visit, ports, { errors: changed, status: 409 });
  }
  if (chosen.length === 0)
    return listCases(visit, ports, { errors: { case: 'Hãy chọn ít nhất một vụ việc.' }, status: 422 });
  const to = form.get('assignee') ?? '';
  const self = { subject: officer.subject, name: officer.displayName };
  const assignee = to === '' ? self : (await ports.tasks.officers('police')).find(({ subject }) => subject === to);
  if (!assignee) return listCases(visit, ports, { errors: { assignee: 'Không có người này.' }, status: 422 });
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, POLICE);
  const entries = chunksOf(chosen, MOST_NAMED).map((some) => {
    const says = { to: assignee.subject, count: some.length, notices: some.map(({ noticeId }) => noticeId) };
    return entryOf({ kind: 'work-assigned', at, by, says }, { ...says, at });
  });
  await ports.enter(entries);
  await inParallel(chosen, AT_ONCE, ({ noticeId }) =>
    ports.caseRecords.assign(noticeId, { ...assignee, at }, ports.expiry()),
  );
  return seeOther(hrefOf({ done: 'assigned' }));
}
