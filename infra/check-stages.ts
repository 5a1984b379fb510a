import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { addStage } from './add-stage.ts';
import { checkBundles } from './budgets.ts';
import { bundle } from './bundle.ts';
import { FIRST_PROVINCE, stageConfig } from './stages/stage-config.ts';

/*
 * node infra/check-stages.ts   the templates of the deployed stages, checked as `cdk synth` checks them, in cdk.out/<stage>,
 *                             and the sizes of the bundles
 *
 * The stages share one process, because its bundles and the compiled rules of the check take longer than a template.
 */
const root = join(import.meta.dirname, '..');
const codeFolder = await mkdtemp(join(tmpdir(), 'haukiem-functions-'));
try {
  console.log(checkBundles(await bundle(root, codeFolder, { province: FIRST_PROVINCE })));
  for (const stage of ['dev', 'prod']) {
    const app = new App({ context: cdk.context, outdir: join(root, 'cdk.out', stage) });
    await addStage(app, stageConfig(stage), codeFolder);
    app.synth();
  }
} finally {
  await rm(codeFolder, { recursive: true });
}
