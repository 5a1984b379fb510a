import {
  type AgreeingDesk,
  agreeingDeskOf,
  VOTE_OUTCOMES,
} from '#shared/domain/notification/release/release-policy.ts';
import { type TakingBackResult, voteOnTakingBack } from '#shared/use-cases/take-back-file.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FormRefusal, type PageAnswer, seeOther } from '../http/answer.ts';
import { listFiles } from '../office-files/list-files.tsx';
import { SYSTEM_PAGE } from '../operator/page-paths.ts';
import { showSystem } from '../operator/show-system.tsx';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { partsOf } from './waiting-section.tsx';
import { TAKING_BACK_REFUSALS } from './wording.ts';

/** A file's name in bytes, and its feed's. */
const LONGEST_FILE = 1000;

interface VotingDesk {
  readonly desk: AgreeingDesk;
  /** The page after a vote about a file. */
  readonly page: (file: string) => string;
  readonly show: (visit: Visit, ports: ServePagesPorts, refusal: FormRefusal) => Promise<PageAnswer>;
}

const voteAt =
  ({ desk, page, show }: VotingDesk) =>
  async (visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> => {
    const { form, officer } = visit;
    const file = form.get('file') ?? '';
    const outcome = VOTE_OUTCOMES.find((one) => one === form.get('outcome'));
    if (Buffer.byteLength(file) > LONGEST_FILE || agreeingDeskOf(file) !== desk) return notFoundPage(ports, officer);
    if (outcome === undefined) return show(visit, ports, { status: 422 });
    const { feed, name } = partsOf(file);
    const progress = feed === '' || name === '' ? undefined : await ports.files.newest(feed, name);
    const vote = { file, outcome, revision: form.get('revision') ?? '', officer: officer.subject };
    const result = await voteOnTakingBack({ ...vote, version: progress?.version }, ports);
    if (isDone(result)) return seeOther(`${page(file)}done=${result}`);
    return show(visit, ports, { errors: { vote: TAKING_BACK_REFUSALS[result] }, status: 409 });
  };

const isDone = (result: TakingBackResult) => result === 'waits' || result === 'agreed' || result === 'refused';

/** Records an officer's vote on a decision about one of the office's files. */
export const voteAtOffice = voteAt({
  desk: 'office',
  page: (file) => `/office/files?feed=${partsOf(file).feed}&`,
  show: listFiles,
});

/** Records an operator's vote on a decision about a file of another sender. */
export const voteAsOperator = voteAt({ desk: 'operator', page: () => `${SYSTEM_PAGE}?`, show: showSystem });
