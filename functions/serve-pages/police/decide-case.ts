import type * as z from 'zod';
import { PoliceDecision } from '#shared/contracts/replies.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import { Refused } from '#shared/use-cases/replies/refused.ts';
import { replyToNotice } from '#shared/use-cases/replies/take-reply.ts';
import type { Visit } from '../admit.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import type { ServePagesPorts } from '../ports.ts';
import { showCase } from './show-case.tsx';

type Read = { readonly body: z.infer<typeof PoliceDecision> } | { readonly errors: Readonly<Record<string, string>> };

/** Takes in the police's decision as the API would, with the officer who gave it; what is missing comes back with the form. */
export async function decideCase(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer, event } = visit;
  const noticeId = event.pathParameters?.['id'] ?? '';
  const read = readDecision(form);
  if ('errors' in read) return showCase(visit, ports, { errors: read.errors, status: 422 });
  if (await isDecidedMeanwhile(noticeId, form, ports)) {
    return showCase(visit, ports, {
      errors: { outcome: 'Đồng nghiệp vừa ghi một quyết định khác về vụ việc này. Hãy xem lại rồi quyết định.' },
      status: 409,
    });
  }
  try {
    const reply = { kind: 'police-decision', noticeId, body: read.body } as const;
    await replyToNotice(reply, { receiver: POLICE, idempotencyKey: undefined, officer: officer.subject }, ports);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return showCase(visit, ports, { errors: { outcome: error.title }, status: error.status });
  }
  return seeOther(`/police/cases/${noticeId}?decided=${read.body.outcome}`);
}

/** The page shows which decision it knew; another one since is another officer's. */
async function isDecidedMeanwhile(
  noticeId: string,
  form: URLSearchParams,
  { replies }: ServePagesPorts,
): Promise<boolean> {
  const last = await replies.lastDecision(POLICE, noticeId);
  return (last?.lastId ?? '') !== (form.get('after') ?? '');
}

function readDecision(form: URLSearchParams): Read {
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const [outcome, reason, number, day, authority] = ['outcome', 'reason', 'number', 'date', 'authority'].map(text);
  const date = parseDate(day ?? '');
  const errors = {
    ...(outcome !== 'confirmed' && outcome !== 'dismissed' && { outcome: 'Hãy chọn xác nhận hoặc bác bỏ.' }),
    ...(outcome === 'dismissed' && reason === '' && { reason: 'Hãy nêu lý do bác bỏ.' }),
    ...(number !== '' && date === undefined && { date: 'Hãy ghi ngày văn bản, ví dụ 31/12/2025.' }),
    ...(number === '' && day !== '' && { number: 'Hãy ghi số văn bản.' }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const parsed = PoliceDecision.safeParse({
    sequence: Number(text('sequence')),
    outcome,
    ...(reason !== '' && { reason }),
    ...(number !== '' && { decision: { number, date, ...(authority !== '' && { authority }) } }),
  });
  return parsed.success ? { body: parsed.data } : { errors: { reason: 'Nội dung quá dài hoặc không đúng mẫu.' } };
}
