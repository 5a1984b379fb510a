import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { cacheFolder } from '#infra/local/cache-folder.ts';
import { optionsOf, TEXT, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { stackNameOf } from '#infra/config.ts';
import { FIRST_PROVINCE, isStage, stageConfig } from '#infra/stages/stage-config.ts';
import { deployedSystem } from './smoke/deployed-system.ts';
import { embeddedSystem } from './smoke/embedded-system.ts';
import { runSmoke } from './smoke/run-smoke.ts';

const USAGE = `Cách dùng: npm run smoke -- --stage dev [--province MÃ] [--webhook https://…]

  Cho tệp mẫu đi hết hệ thống rồi dọn sạch: gửi tệp, chờ thông báo và webhook,
  rút, xuất, đưa một bảng về, kiểm tra sổ kiểm chứng. Không triển khai gì.
  Chạy trên môi trường mà npm run deploy đã triển khai từ máy này
  (.cache/deployed) và chưa có dữ liệu; chưa triển khai thì chạy trên máy này.
  --webhook  địa chỉ trả lời 2xx cho mọi thông báo, khi chạy trên AWS
  Cần đã đăng nhập AWS (aws sso login), và lệnh aws.`;

const Asked = z.object({
  stage: z.string().refine(isStage),
  province: z.string().default(FIRST_PROVINCE),
  webhook: z.url({ protocol: /^https$/u }).optional(),
});
const SAMPLE = join(import.meta.dirname, '..', '..', 'events', 'sample-inbox');

async function main(words: readonly string[]): Promise<number> {
  const asked = Asked.safeParse(optionsOf(words, { stage: TEXT, province: TEXT, webhook: TEXT })).data;
  if (!asked) return printError(USAGE);
  const config = stageConfig(asked.stage, asked.province);
  if (config.keepsData) return printError(`Môi trường “${asked.stage}” có dữ liệu thật: không chạy thử ở đó.`);
  const stack = stackNameOf(config);
  const file = join(cacheFolder(), 'deployed', `${stack}.json`);
  const isDeployed = existsSync(file);
  if (isDeployed && asked.webhook === undefined) return printError(`Cần --webhook.\n${USAGE}`);
  console.log(isDeployed ? `Chạy thử ${stack} trên AWS.` : `${stack} chưa được triển khai: chạy thử trên máy này.`);
  const folder = await mkdtemp(join(tmpdir(), 'haukiem-smoke-'));
  const smoke =
    isDeployed && asked.webhook !== undefined
      ? await deployedSystem(file, stack, asked.webhook)
      : await embeddedSystem(folder);
  try {
    const startedAt = Date.now();
    await runSmoke(smoke, {
      inbox: SAMPLE,
      folder,
      say: (sentence) => console.log(`${Math.round((Date.now() - startedAt) / 1000)} giây · ${sentence}`),
    });
  } finally {
    await smoke.close();
    await rm(folder, { recursive: true, force: true });
  }
  console.log('Chạy thử xong, mọi bước đều đạt.');
  return EXIT.done;
}

export const run = (): Promise<void> => runCommand(USAGE, main);
