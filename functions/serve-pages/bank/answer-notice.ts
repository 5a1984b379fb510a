import type * as z from 'zod';
import { Acknowledgement, BankDecisionSchema, ReviewRequest } from '#shared/contracts/replies.ts';
import { askReview } from '#shared/use-cases/replies/ask-review.ts';
import { RefusedRequest, replyToNotice } from '#shared/use-cases/replies/take-reply.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FieldErrors, type HttpAnswer, seeOther } from '../http/answer.ts';
import { typedMoney, UNREADABLE_MONEY } from '../http/typed-money.ts';
import { bankOfVisit } from '../session/bank-of-visit.ts';
import { type BankAct, showNotice } from './show-notice.tsx';

const idOf = ({ event }: Visit) => event.pathParameters?.['id'] ?? '';

/** Acknowledges the notice in the state that the page showed. */
export async function acknowledgeNotice(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const body = Acknowledgement.safeParse({ sequence: Number(visit.form.get('sequence')) });
  if (!body.success) return showNotice(visit, ports, { errors: { outcome: UNREADABLE }, status: 422 });
  return send({ kind: 'acknowledgement', noticeId: idOf(visit), body: body.data }, visit, ports);
}

type BankAnswer = z.infer<typeof BankDecisionSchema>;

/** Reads what the bank did and observed, or returns an error for each missing or unreadable field. */
export function readAnswer(form: URLSearchParams, sequence: number): BankAnswer | { readonly errors: FieldErrors } {
  const note = form.get('note')?.trim() ?? '';
  const recovered = typedMoney(form, 'recovered');
  const errors = {
    ...(form.get('outcome') === null && { outcome: 'Hãy chọn ngân hàng đã làm gì.' }),
    ...(form.get('accountStatus') === null && { accountStatus: 'Hãy chọn trạng thái tài khoản.' }),
    ...(recovered === 'unreadable' && { recovered: UNREADABLE_MONEY }),
    ...(note.length > 1000 && { note: 'Ghi chú dài nhất 1.000 chữ.' }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const body = BankDecisionSchema.safeParse({
    sequence,
    outcome: form.get('outcome'),
    accountStatus: form.get('accountStatus'),
    observed: form.getAll('observed').map(Number),
    ...(recovered !== undefined && { recovered }),
    ...(note !== '' && { note }),
  });
  return body.success ? body.data : { errors: { outcome: UNREADABLE } };
}

/** Records what the bank did and observed. */
export async function answerNotice(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const body = readAnswer(visit.form, Number(visit.form.get('sequence')));
  if ('errors' in body) return showNotice(visit, ports, { errors: body.errors, status: 422 });
  return send({ kind: 'bank-decision', noticeId: idOf(visit), body }, visit, ports);
}

/** Records that the bank objects to the notice; an officer other than the first will decide on the objection. */
export async function objectToNotice(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer } = visit;
  const body = ReviewRequest.safeParse({ sequence: Number(form.get('sequence')), reason: form.get('objection') ?? '' });
  if (!body.success) {
    return showNotice(visit, ports, { errors: { objection: 'Hãy nêu lý do, dài nhất 1.000 chữ.' }, status: 422 });
  }
  const replier = { receiver: bankOfVisit(visit), idempotencyKey: undefined, officer: officer.subject };
  return orRefused({ field: 'objection', done: 'objected' }, visit, ports, () =>
    askReview(idOf(visit), body.data, replier, ports),
  );
}

const UNREADABLE = 'Biểu mẫu không đúng. Hãy mở lại trang rồi gửi lại.';

function send(reply: Parameters<typeof replyToNotice>[0], visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const replier = {
    receiver: bankOfVisit(visit),
    idempotencyKey: undefined,
    officer: visit.officer.subject,
    // An answer that the clerk has not seen is not replaced
    after: visit.form.get('after') ?? undefined,
  };
  const done = reply.kind === 'acknowledgement' ? 'acknowledged' : 'answered';
  return orRefused({ field: 'outcome', done }, visit, ports, () => replyToNotice(reply, replier, ports));
}

/** Shows what was done, or the form again with the error under its field. */
async function orRefused(
  { field, done }: { readonly field: string; readonly done: BankAct },
  visit: Visit,
  ports: ServePagesPorts,
  take: () => Promise<unknown>,
): Promise<HttpAnswer> {
  try {
    await take();
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    return showNotice(visit, ports, { errors: { [field]: error.title }, status: error.status });
  }
  return seeOther(`/bank/notices/${idOf(visit)}?done=${done}`);
}
