import type { Results } from '#infra/local/results/summary.ts';

/** The results of a run that read nothing. */
export const RESULTS_OF_NOTHING: Results = {
  receipts: [],
  covered: { until: {}, uncovered: {} },
  verdicts: [],
  partlyCovered: 0,
  people: [],
  worklist: [],
  policeNotices: 0,
  bankNotices: {},
  withdrawn: 0,
  expired: 0,
  waitingForNumber: 0,
  vanished: [],
  doubted: [],
  handlingStatuses: [],
  parked: 0,
  leftAlone: [],
  refused: [],
  measures: [],
  asOf: '2025-12-31',
  seconds: 1,
};
