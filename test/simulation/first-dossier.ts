import { DOSSIER_FILES, DOSSIERS } from '#shared/contracts/dossier-files.ts';
import type { ServiceRequest, Services } from './services.ts';

/**
 * Another function has written the JSON of a dossier just before, in other words, and was ended. The one that comes after
 * it makes all other files of that JSON.
 */
export class FirstDossier {
  #isWritten = false;

  writesBefore({ name, input }: ServiceRequest, { objects }: Services): void {
    if (this.#isWritten || name !== 'PutObjectCommand' || input.IfNoneMatch === undefined) return;
    const { Bucket, Key, Body } = input as { Bucket: string; Key: string; Body: Buffer };
    if (!Key.startsWith(DOSSIERS) || !Key.endsWith(`/${DOSSIER_FILES.json}`) || objects.get(Bucket, Key)) return;
    this.#isWritten = true;
    objects.put(Bucket, Key, Buffer.from(JSON.stringify(JSON.parse(Body.toString()))));
  }
}
