import type { Exchange } from '../embedded/recorder.ts';
import type { Phase } from '../embedded/run-flow.ts';

const APPENDER = /append-?entries/iu;
const QUEUE = '-log-entries';

/** The part of a phase that only the verifiable log causes: its queue, its function, and that function's requests. */
export function ofTheLog(phase: Phase): Phase {
  return {
    ...phase,
    exchanges: phase.exchanges.filter(isOfTheLog),
    invocations: phase.invocations.filter((invocation) => APPENDER.test(invocation.function)),
    logBytes: 0,
  };
}

const isOfTheLog = ({ service, caller = '', request }: Exchange): boolean =>
  APPENDER.test(caller) || (service === 'sqs' && request.includes(QUEUE));
