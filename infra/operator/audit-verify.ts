import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { textOfNote } from '#shared/domain/transparency-log/signed-note.ts';
import { textOfKey, type VerifierKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { optionsOf, TEXT, EXIT, printError, reportFailure, runCommand } from '#infra/local/run-command.ts';
import { UserFacingError } from '#infra/local/failure-sentence.ts';
import { checkLog, type LogCheckResult, checkProof, verifierKeysIn } from './check-log.ts';
import { witnessSentence } from './check-witnesses.ts';
import { readLogFiles } from './log-files.ts';

const USAGE = `Cách dùng: npm run audit:verify -- [--log THƯ_MỤC|s3://BUCKET] [--proof TỆP] [--key KHÓA|TỆP …] [--checkpoint TỆP …] [--remember TỆP] [--sealed]

  Kiểm tra sổ kiểm chứng (hoặc một bằng chứng) mà không cần mạng: mọi sửa, xóa, đổi chỗ, mất đuôi, rẽ nhánh đều bị nêu.
  --key         khóa công khai được biết từ nơi khác (vkey, hoặc tệp mỗi dòng một khóa): của sổ, của bên chứng kiến
                (bên chứng kiến được nêu ở đây phải có chữ ký trên sổ)
  --checkpoint  checkpoint đã thấy trước đây: sổ phải là phần nối tiếp của nó
  --sealed      bản sao vốn không kèm lời ghi (chép từ kho của sổ)
  --remember    như --checkpoint, và được ghi lại bằng checkpoint mới nhất khi mọi điều đều khớp`;

export const run = (): Promise<void> => runCommand(USAGE, main);

async function main(words: readonly string[]): Promise<number> {
  const options = read(words);
  if (!options) return printError(USAGE);
  const { proof, key: keyTexts = [], checkpoint = [], remember } = options;
  try {
    const keys = (await Promise.all(keyTexts.map(keysOf))).flat();
    if (proof !== undefined) return report(checkProof(await readFile(proof, 'utf8'), keys), keys, proof);
    const log = options.log ?? 'out/log';
    const seen = [...checkpoint, ...(remember !== undefined && existsSync(remember) ? [remember] : [])];
    const remembered = await Promise.all(seen.map((file) => readFile(file, 'utf8')));
    const plainIs = options.sealed || log.startsWith('s3://') ? 'optional' : 'expected';
    const checked = checkLog(await readLogFiles(log), keys, remembered, plainIs);
    if (remember !== undefined && checked.faults.length === 0 && checked.head) {
      await writeFile(remember, textOfNote(checked.head.note));
    }
    return report(checked, keys, log);
  } catch (error) {
    return printError(error instanceof UserFacingError ? error.message : reportFailure(error));
  }
}

/** @throws {UserFacingError} where there is no key in it */
async function keysOf(given: string): Promise<VerifierKey[]> {
  const keys = verifierKeysIn(existsSync(given) ? await readFile(given, 'utf8') : given);
  if (keys.length === 0) throw new UserFacingError(`Không phải khóa: ${given}`);
  return keys;
}

function report(
  { faults, head, entries, opened, plain, witnesses = [] }: LogCheckResult,
  keys: readonly VerifierKey[],
  what: string,
): number {
  for (const fault of faults) console.error(`Lỗi: ${fault}`);
  if (faults.length > 0) {
    console.error(`${what}: KHÔNG KHỚP (${faults.length} lỗi).`);
    return EXIT.failed;
  }
  console.log(
    `${what}: khớp. Sổ ${head?.origin}, ${entries ?? head?.size} mục${opened ? `, ${opened} mục kèm lời ghi` : ''}.`,
  );
  if (plain) console.log(JSON.stringify(plain, null, 2));
  for (const one of witnesses) console.log(witnessSentence(one));
  if (keys.length === 0) {
    console.log('Lưu ý: khóa lấy từ chính nơi được kiểm tra; hãy so với khóa đã biết, hoặc thêm --key.');
  } else {
    console.log(`Khóa được tin: ${keys.map(textOfKey).join(', ')}.`);
  }
  return EXIT.done;
}

function read(words: readonly string[]) {
  const many = { ...TEXT, multiple: true } as const;
  const known = { key: many, checkpoint: many, remember: TEXT };
  return optionsOf(words, { log: TEXT, proof: TEXT, ...known, sealed: { type: 'boolean' } });
}
