import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import cdk from '../cdk.json' with { type: 'json' };
import { stageConfig } from './stages/stage-config.ts';
import { notReady } from './readiness.ts';

/*
 * npm run deploy -- -c stage=prod [options of cdk deploy]
 *
 * `cdk deploy`, once the stage's settings are complete. The template says the same to CloudFormation; here the operator
 * reads it before anything is built or uploaded.
 */
const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const { values } = parseArgs({
  args: words,
  options: { context: { type: 'string', short: 'c', multiple: true } },
  strict: false,
});
const given = [values.context ?? []].flat().find((one) => typeof one === 'string' && one.startsWith('stage='));
const stage = typeof given === 'string' ? given.slice('stage='.length) : cdk.context.stage;

const lacking = notReady(stageConfig(stage));
if (lacking.length > 0) {
  console.error(`Chưa triển khai được môi trường “${stage}”. Hãy sửa infra/stages/${stage}.ts:`);
  for (const sentence of lacking) console.error(`  - ${sentence}`);
  process.exitCode = 2;
} else {
  const child = spawn(process.execPath, [join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk'), 'deploy', ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  process.exitCode = typeof code === 'number' ? code : 1;
}
