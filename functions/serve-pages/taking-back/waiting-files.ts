import { type AgreeingDesk, hasAgreed } from '#shared/domain/notification/release/taking-back.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { StoredTakingBack } from '#shared/tables/takings-back.ts';
import { isWaiting } from '#shared/use-cases/taking-back-state.ts';
import type { ServePagesPorts } from '../ports.ts';
import type { Officer } from '../session/session.ts';

/** A decision that waits for people, with how much of the file counts now. */
export interface WaitingFile {
  readonly asked: StoredTakingBack;
  readonly rows: number;
  readonly companies: number;
  /** Whether the officer has agreed already. */
  readonly isAgreedTo: boolean;
}

type FilesPorts = Pick<ServePagesPorts, 'takingsBack' | 'files' | 'takingBackPolicy' | 'rulesClock'>;

const AT_ONCE = 8;

/** A file's feed and its name there. */
export function partsOf(file: string): { readonly feed: string; readonly name: string } {
  const slash = file.indexOf('/');
  return { feed: file.slice(0, Math.max(0, slash)), name: file.slice(slash + 1) };
}

/** The waiting decisions about files of which the last drop is the one that they are about, the oldest first. */
export async function waitingFiles(desk: AgreeingDesk, officer: Officer, ports: FilesPorts): Promise<WaitingFile[]> {
  const waiting = (await ports.takingsBack.at(desk)).filter((one) => isWaiting(one, ports));
  const shown = await inParallel(waiting, AT_ONCE, async (asked): Promise<WaitingFile[]> => {
    const { feed, name } = partsOf(asked.file);
    const progress = await ports.files.newest(feed, name);
    if (progress?.version !== asked.version) return [];
    const { accepted: rows, companies } = progress.counts;
    return [{ asked, rows, companies, isAgreedTo: hasAgreed(asked, officer.subject) }];
  });
  return shown.flat().toSorted((a, b) => (a.asked.askedAt < b.asked.askedAt ? -1 : 1));
}

/** The waiting decisions as a program reads them; a vote names the revision. */
export const waitingView = (waiting: readonly WaitingFile[]) =>
  waiting.map(({ asked, rows, companies, isAgreedTo }) => {
    const { file, use, why, askedAt, revision } = asked;
    return { file, use, why, askedAt, revision, rows, companies, isAgreedTo };
  });
