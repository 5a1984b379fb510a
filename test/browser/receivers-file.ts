import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** Writes the file for `--receivers` by which Vietcombank has a webhook. Nobody listens there, so calls stay unanswered. */
export function receiversFile(): string {
  const file = join(temporaryFolder('receivers'), 'receivers.json');
  const bank = {
    receiver: '970436',
    url: 'http://127.0.0.1:9/hook',
    secrets: [`whsec_${'A'.repeat(43)}=`],
    clientId: 'vcb',
    clientSecret: 'a-secret-of-this-test',
  };
  writeFileSync(file, JSON.stringify([bank]));
  return file;
}
