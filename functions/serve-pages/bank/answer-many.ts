import { inParallel } from '#shared/runtime/in-parallel.ts';
import { RefusedRequest, replyToNotice } from '#shared/use-cases/replies/take-reply.ts';
import { canBeId } from '../admit.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { readAnswer } from './answer-notice.ts';
import { answerValueOf, isToAnswer } from './answered-since.ts';
import { listNotices } from './list-notices.tsx';
import { noticesAsked } from './notices-asked.ts';

const AT_ONCE = 8;
/** The most notices that one answer is about. */
const MOST = 500;

/** Records the same answer to each chosen notice. Each holds for the state and the last answer that the clerk saw. */
export async function answerMany(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer } = visit;
  const { receiver, view } = await noticesAsked(visit, ports);
  const open = view.shown.filter(isToAnswer);
  const chosen = form.has('all') ? open.map(answerValueOf) : [...new Set(form.getAll('notice'))];
  const read = readAnswer(form, 1);
  const errors = {
    ...(chosen.length === 0 && { notice: 'Hãy chọn ít nhất một dòng.' }),
    ...(chosen.length > MOST && { notice: `Mỗi lần trả lời nhiều nhất ${MOST} thông báo: hãy lọc bớt.` }),
    ...('errors' in read && read.errors),
  };
  if ('errors' in read || Object.keys(errors).length > 0) return listNotices(visit, ports, { errors, status: 422 });
  if (form.has('all') && form.get('all') !== String(open.length)) {
    const changed = { notice: 'Số thông báo của mục này vừa thay đổi; chưa gửi dòng nào: hãy xem lại.' };
    return listNotices(visit, ports, { errors: changed, status: 409 });
  }
  const answer = async (value: string): Promise<string[]> => {
    const [noticeId = '', sequence = '', after = ''] = value.split(' ');
    if (!canBeId(noticeId)) return ['Không có thông báo này.'];
    const body = { ...read, sequence: Number(sequence) };
    const replier = { receiver, idempotencyKey: undefined, officer: officer.subject, after };
    try {
      await replyToNotice({ kind: 'bank-decision', noticeId, body }, replier, ports);
      return [];
    } catch (error) {
      if (error instanceof RefusedRequest) return [error.title];
      throw error;
    }
  };
  const refused = (await inParallel(chosen, AT_ONCE, answer)).flat();
  if (refused.length === 0) return seeOther(view.hrefOf({ done: 'answered' }));
  const why = `${refused.length} thông báo chưa gửi được, các dòng khác đã ghi: ${[...new Set(refused)].join(' ')}`;
  return listNotices(visit, ports, { errors: { notice: why }, status: 409 });
}
