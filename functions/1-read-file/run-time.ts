/** The time that one run of the reader has. */
export interface RunTime {
  /** Whether the run may go on. */
  readonly isLeft: () => boolean;
  /** Whether the run has spent its time reading, and not waiting for something that delayed it. */
  readonly wentIntoReading: () => boolean;
}

/** The part of a run's time that is reserved for sending messages and writing the receipt. */
const RESERVE_MS = 60_000;
/** A reader that is never paused uses the processor nearly all the time; one that was paused uses it for a small part. */
const SHARE_OF_READING = 0.5;

/** @param remainingMs of the run @param processorMs that the function has computed since it was started */
export function runTime(remainingMs: () => number, processorMs: () => number): RunTime {
  const [remainingAtFirst, computedBefore] = [remainingMs(), processorMs()];
  return {
    isLeft: () => remainingMs() > RESERVE_MS,
    wentIntoReading: () =>
      processorMs() - computedBefore >= SHARE_OF_READING * Math.max(0, remainingAtFirst - remainingMs()),
  };
}

/** The run was delayed until its time was over and has read nothing. This is no fault of the file, so the message goes back. */
export class ReaderHeldUp extends Error {
  override readonly name = 'ReaderHeldUp';
}
