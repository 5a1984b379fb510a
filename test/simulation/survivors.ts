/** A removal that no run and no test finds, and why it need not be found. */
interface Survivor {
  readonly file: string;
  /** A part of what is removed. */
  readonly what: string;
  readonly why: string;
}

export const SURVIVORS: readonly Survivor[] = [];
