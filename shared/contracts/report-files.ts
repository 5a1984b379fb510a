/** Under it the province's reports lie in the evidence bucket. */
export const REPORTS = 'reports/';
