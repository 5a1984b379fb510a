import * as z from 'zod';

/** The police's request for the dossier of a notice. */
export const DossierLinkRequest = z.strictObject({ form: z.enum(['json', 'docx']) });
export type DossierLinkRequest = z.infer<typeof DossierLinkRequest>;

/** The holder of `url` can read that one file until `expiresAt`. */
export const DossierLink = z.strictObject({
  url: z.url(),
  expiresAt: z.iso.datetime(),
  /** The file's hash, hexadecimal: the reader can compare it with what was stored. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** The sequence of the notice that the file belongs to. */
  sequence: z.int().positive(),
});
export type DossierLink = z.infer<typeof DossierLink>;
