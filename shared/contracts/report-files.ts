import type { Report, ReportKind } from '#shared/domain/outcomes/report/report.ts';

/** The prefix of the province's reports in the evidence bucket. */
export const REPORTS = 'reports/';
/** The paper to sign, and the tables behind its figures. */
export const REPORT_FILES = { docx: 'bao-cao.docx', xlsx: 'so-lieu.xlsx' } as const;

/** The path of a report's files in the evidence bucket or in the command's folder. */
export const reportFolder = (kind: ReportKind, { from, to }: Report['period']): string => `${kind}-${from}-${to}`;
