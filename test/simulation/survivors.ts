/** A removal that no run finds, and why it need not be found. */
interface Survivor {
  readonly file: string;
  /** A part of what is removed. */
  readonly what: string;
  readonly why: string;
}

export const SURVIVORS: readonly Survivor[] = [
  {
    file: 'functions/3-assess-company/assess-company.ts',
    what: 'CLOCK_SKEW_MS',
    why: 'It saves an assessment that would find nothing new.',
  },
];
