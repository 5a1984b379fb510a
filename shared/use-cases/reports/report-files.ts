import { REPORT_FILES } from '#shared/contracts/report-files.ts';
import type { Report } from '#shared/domain/outcomes/report/report.ts';

/** A file of a report. */
export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Writes the paper, the tables behind its figures, and its pictures. The same report gives the same bytes. */
export async function reportFiles(report: Report): Promise<readonly ReportFile[]> {
  const [{ reportDocx }, { reportBook }] = await Promise.all([
    import('#shared/documents/report-docx.ts'),
    import('#shared/documents/report-book.ts'),
  ]);
  const charts = report.sections.flatMap(({ charts: own = [] }) => own);
  return [
    { name: REPORT_FILES.docx, type: `${OFFICE}.wordprocessingml.document`, bytes: await reportDocx(report) },
    { name: REPORT_FILES.xlsx, type: `${OFFICE}.spreadsheetml.sheet`, bytes: reportBook(report) },
    ...charts.map(({ name, svg }) => ({
      name: `bieu-do-${name}.svg`,
      type: 'image/svg+xml',
      bytes: new TextEncoder().encode(svg),
    })),
  ];
}
