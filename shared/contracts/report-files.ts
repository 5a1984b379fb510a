/** The prefix of the province's reports in the evidence bucket. */
export const REPORTS = 'reports/';
