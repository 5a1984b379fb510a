import { inParallel } from '#shared/runtime/in-parallel.ts';
import { VOTE_OUTCOMES } from '#shared/domain/notification/release/release-policy.ts';
import { type VoteResult, voteEligibilityOf, voteOnRelease } from '#shared/use-cases/vote-on-release.ts';
import { canBeId } from '../admit.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { chosenBy } from '../layout/list-view.tsx';
import { changeValueOf, listReleases } from './list-releases.tsx';
import { releasesAsked } from './releases-asked.ts';

type Refusal = Extract<VoteResult, { taken: false }>['because'];
const REFUSALS: Readonly<Record<Refusal, string>> = {
  changed_meanwhile: 'đã được duyệt, hoặc nội dung đã đổi: hãy xem lại',
  own_proposal: 'do chính bạn đề xuất: cần người khác duyệt',
  voted_already: 'bạn đã duyệt rồi: cần người khác duyệt',
};

/** The answer to a change that no page offers. */
const NOT_OFFERED: VoteResult = { taken: false, because: 'changed_meanwhile' };
const AT_ONCE = 16;

/** Records the officer's vote on each chosen change; a vote that could not be recorded is shown with its reason. */
export async function voteOnReleases(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer } = visit;
  const outcome = VOTE_OUTCOMES.find((one) => one === form.get('outcome'));
  const reason = form.get('reason')?.trim() ?? '';
  const chosen = form.has('all') ? await allOfView(visit, ports) : [...new Set(form.getAll('change'))];
  if (chosen === 'changed_meanwhile') {
    const changed = 'Số dòng của mục này vừa thay đổi; chưa ghi dòng nào: hãy xem lại.';
    return listReleases(visit, ports, { errors: { change: changed }, status: 409 });
  }
  const errors = {
    ...(chosen.length === 0 && { change: 'Hãy chọn ít nhất một dòng.' }),
    ...(outcome === 'refuse' && reason === '' && { reason: 'Hãy nêu lý do từ chối.' }),
    ...(reason.length > 1000 && { reason: 'Lý do dài nhất 1.000 chữ.' }),
  };
  if (outcome === undefined) return listReleases(visit, ports, { status: 422 });
  if (Object.keys(errors).length > 0) return listReleases(visit, ports, { errors, status: 422 });
  const results = await inParallel(chosen, AT_ONCE, async (value) => {
    const [noticeId = '', changeId = ''] = value.split(' ');
    if (!canBeId(noticeId)) return NOT_OFFERED;
    const vote = { noticeId, changeId, officer: officer.subject, outcome, ...(reason !== '' && { reason }) };
    return voteOnRelease(vote, ports);
  });
  const refused = results.flatMap((result) => (result.taken ? [] : [REFUSALS[result.because]]));
  if (refused.length === 0) return seeOther(`/police/releases?done=${outcome}`);
  const sentences = [...new Set(refused)].map((why) => `${refused.filter((one) => one === why).length} dòng ${why}.`);
  return listReleases(visit, ports, { errors: { change: sentences.join(' ') }, status: 409 });
}

/** Every change of the view that the page showed on which the officer may vote, if it is still as long as it was. */
async function allOfView(visit: Visit, ports: ServePagesPorts): Promise<readonly string[] | 'changed_meanwhile'> {
  const { form, officer } = visit;
  const { shown } = await releasesAsked(visit, ports);
  const all = chosenBy(form, 'change', shown, ({ change }) => changeValueOf(change));
  if (!all) return 'changed_meanwhile';
  const own = await inParallel(all, AT_ONCE, async ({ change }) => {
    const { refusal } = await voteEligibilityOf(change, officer.subject, ports);
    return refusal === undefined ? [changeValueOf(change)] : [];
  });
  return own.flat();
}
