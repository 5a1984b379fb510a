import { rulesClock } from '#shared/runtime/clock.ts';
import { askToTakeBack, voteOnTakingBack } from '#shared/use-cases/take-back-file.ts';
import type { TakingBackUse } from '#shared/domain/notification/release/release-policy.ts';
import type { FlowRun } from './flow.ts';

/** The part of a flow that decisions about files need. */
type FilesRun = Pick<FlowRun, 'takingsBack' | 'files' | 'sendToReader' | 'entered' | 'clock'>;

/** The officers of a stage in which two people must agree before a file is taken back. */
export function twoClerks(run: FilesRun) {
  const now = () => new Date(run.clock.now);
  const ports = {
    takingsBack: run.takingsBack,
    takingBackPolicy: 'two_officers',
    inboxBucket: 'inbox',
    releaseFile: run.sendToReader,
    enter: async (entries: readonly (typeof run.entered)[number][]) => void run.entered.push(...entries),
    rulesClock: rulesClock('real', now),
    expiry: () => 2_000_000_000,
    now,
  } as const;
  const dropOf = async (file: string) => {
    const [feed = '', name = ''] = file.split('/');
    return (await run.files.newest(feed, name))?.version;
  };
  return {
    ask: async (officer: string, file: string, use: TakingBackUse = 'none', why = 'gửi nhầm') =>
      askToTakeBack({ file, use, why, officer, version: (await dropOf(file)) ?? '' }, ports),
    vote: async (officer: string, file: string, outcome: 'release' | 'refuse' = 'release', revision?: string) => {
      const seen = revision ?? (await run.takingsBack.get(file))?.revision ?? '';
      return voteOnTakingBack({ file, outcome, officer, revision: seen, version: await dropOf(file) }, ports);
    },
  };
}
