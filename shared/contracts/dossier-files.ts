import * as z from 'zod';

/** The formats of a dossier: for programs, or for printing. */
export const DOSSIER_FILES = { json: 'dossier.json', docx: 'ho-so.docx' } as const;
export const DOSSIERS = 'dossiers/';
/** The file that is written last: where it exists, the dossier is complete. */
export const CHECKSUMS_FILE = 'checksums.json';

/** The folder of one state of a notice's dossier in the evidence bucket. */
export const dossierFolder = (notice: { enterpriseCode: string; noticeId: string; sequence: number }): string =>
  `${DOSSIERS}${notice.enterpriseCode}/${notice.noticeId}.${notice.sequence}`;

/** Hexadecimal checksums of a dossier's files by their names. */
export const DossierChecksums = z.strictObject({
  algorithm: z.literal('sha256'),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)),
});
export type DossierChecksums = z.infer<typeof DossierChecksums>;
