import { readTypedValue } from '#shared/contracts/feeds/read-typed-value.ts';
import { type OfficeOutcome, outcomesFor } from '#shared/domain/notification/worklist/office-decision.ts';
import { settleTask } from '#shared/use-cases/settle-task.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { findEntry, type OpenTask, taskNamed, WORKLIST_PAGE } from './open-tasks.ts';
import { showTask } from './show-task.tsx';

const LONGEST = 500;
const CHECKED = ['CO_HOAT_DONG', 'KHONG_TIM_THAY'] as const;

/** Records the office's decision on one entry; an incomplete form is shown again. */
export async function settleOne(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { officer, form } = visit;
  const found = await findEntry(taskNamed(visit, ports), ports);
  if (!found) return notFoundPage(ports, officer);
  const outcome = outcomesFor(found.entry).find((one) => one === form.get('outcome'));
  const reason = form.get('reason')?.trim() ?? '';
  const value = valueIn(form, found, outcome);
  const errors = {
    ...(outcome === undefined && { outcome: 'Hãy chọn cách xử lý.' }),
    ...(outcome === 'changed' && value === undefined && { value: 'Hãy ghi giá trị đúng; giá trị này không đọc được.' }),
    ...(outcome === 'done' &&
      found.entry.kind === 'post_check' &&
      value === undefined && { checked: 'Hãy chọn kết quả kiểm tra.' }),
    ...(outcome === 'refused' && reason === '' && { reason: 'Hãy nêu lý do không sửa.' }),
    ...(reason.length > LONGEST && { reason: 'Lý do dài nhất 500 chữ.' }),
  };
  if (outcome === undefined || Object.keys(errors).length > 0) return showTask(visit, ports, { errors, status: 422 });
  const { enterpriseCode, companyName, taskId, entry } = found;
  const by = { subject: officer.subject, name: officer.displayName };
  const result = await settleTask(
    { enterpriseCode, companyName, taskId, entry, outcome, value, ...(reason !== '' && { reason }), officer: by },
    ports,
  );
  if (result === 'settled') return seeOther(`${WORKLIST_PAGE}?done=settled&count=1`);
  const why = 'Việc này đã được xử lý trước đó.';
  return showTask(visit, ports, { errors: { outcome: why }, status: 409 });
}

function valueIn(form: URLSearchParams, { entry }: OpenTask, outcome: OfficeOutcome | undefined): string | undefined {
  if (outcome === 'changed') {
    const typed = form.get('value')?.trim() ?? '';
    return typed === '' || typed.length > LONGEST ? undefined : readTypedValue(entry.field, typed);
  }
  if (outcome !== 'done' || entry.kind !== 'post_check') return undefined;
  return CHECKED.find((one) => one === form.get('checked'));
}
