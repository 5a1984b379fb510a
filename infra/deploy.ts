import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { findHomeProvince } from '#shared/domain/vietnamese/find-home-province.ts';
import { concurrencyLimit, lackOfConcurrency } from './account-concurrency.ts';
import { asksForHelp, EXIT, printError } from './local/run-command.ts';
import { inColumns } from './local/in-columns.ts';
import { cacheFolder } from './local/cache-folder.ts';
import { stackNameOf } from './config.ts';
import { missingSettings } from './readiness.ts';
import { isStage, stageConfig, STAGE_NAMES } from './stages/stage-config.ts';

/*
 * npm run deploy -- -c stage=prod -c province=33 [options of cdk deploy]
 *
 * `cdk deploy`, once the stage's settings are complete. The template contains the same check for CloudFormation; this command reports it to the operator before anything is built or uploaded.
 */
const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const { values } = parseArgs({
  args: words,
  options: { context: { type: 'string', short: 'c', multiple: true } },
  strict: false,
});
const given = (name: string): string | undefined =>
  [values.context ?? []]
    .flat()
    .filter((one) => typeof one === 'string')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);
/** Only a stage and a province that the operator names are deployed; the defaults are for synth. */
const [stage, province] = [given('stage'), given('province')];

const USAGE = `Cách dùng: npm run deploy -- -c stage=${STAGE_NAMES.join('|')} -c province=MÃ [tùy chọn của cdk deploy]

  Kiểm tra môi trường đã đủ cài đặt chưa (infra/stages), rồi triển khai bằng cdk deploy.
  MÃ là mã (33) hoặc tên (hung-yen) của tỉnh, thành phố từ 01/07/2025.
  Hướng dẫn lần đầu: docs/first-deploy.md`;

/** The CDK writes the reason in English; this text names the usual reasons. */
const NOT_DEPLOYED = `Chưa triển khai được; lý do ở trên là của AWS CDK. Thường là chưa đăng nhập tài khoản AWS (AWS_PROFILE, aws sso login), chưa đặt vùng, hoặc chưa chạy cdk bootstrap: docs/first-deploy.md`;

if (asksForHelp(words)) console.log(inColumns(USAGE));
else
  process.exitCode =
    stage === undefined || !isStage(stage)
      ? printError(`${unknownStage(stage)}\n${USAGE}`)
      : province === undefined || !findHomeProvince(province)
        ? printError(`${unknownProvince(province)}\n${USAGE}`)
        : await deploy(stage, province);

function unknownStage(name: string | undefined): string {
  return name === undefined ? 'Chưa nói triển khai môi trường nào.' : `Không có môi trường “${name}”.`;
}

function unknownProvince(name: string | undefined): string {
  return name === undefined ? 'Chưa nói triển khai cho tỉnh nào.' : `Không có tỉnh, thành phố “${name}”.`;
}

async function deploy(to: string, of: string): Promise<number> {
  const lacking = missingSettings(stageConfig(to, of));
  if (lacking.length > 0) {
    const sentences = lacking.map((sentence) => `\n  - ${sentence}`);
    return printError(`Chưa triển khai được môi trường “${to}”. Hãy sửa infra/stages/${to}.ts:${sentences.join('')}`);
  }
  const lack = await lackOfConcurrency(stageConfig(to, of), concurrencyLimit);
  if (lack !== undefined) return printError(lack, EXIT.failed);
  const outputs = join(cacheFolder(), `outputs-${stackNameOf(stageConfig(to, of))}.json`);
  const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const child = spawn(process.execPath, [cdk, 'deploy', '--outputs-file', outputs, ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) console.error(inColumns(NOT_DEPLOYED));
  else await keepSystemFile(stackNameOf(stageConfig(to, of)), outputs);
  return typeof code === 'number' ? code : EXIT.failed;
}

/** Keeps the names of the deployed stack's resources for the operator's commands. */
async function keepSystemFile(stack: string, outputs: string): Promise<void> {
  const { [stack]: made } = z
    .record(z.string(), z.looseObject({ System: z.string().optional() }))
    .parse(JSON.parse(await readFile(outputs, 'utf8')));
  if (made?.System === undefined) return;
  const folder = join(cacheFolder(), 'deployed');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${stack}.json`);
  await writeFile(file, made.System);
  console.log(inColumns(`Cho các lệnh vận hành: HAUKIEM_SYSTEM=${file}`));
}
