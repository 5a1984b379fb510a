import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { bundle } from './bundle.ts';
import { inProcessSdk } from './local/in-process/in-process-sdk.ts';
import { FIRST_PROVINCE, stageConfig } from './stages/stage-config.ts';

/*
 * npx cdk synth -c stage=prod -c province=31   the template of a stage (`dev` unless said) for a province, checked, in cdk.out
 * CDK_OUTDIR=DIR CDK_CONTEXT_JSON='{"stage":"local","rulesClock":"2025-12-31"}' node infra/app.ts
 *                                      the same without the CDK's command line; `CDK_VALIDATION=false` leaves the check out
 *
 * `rulesClock` sets the day that the rules take for today, and nothing else; `policy` names the stage whose rules for people
 * hold (who must agree, which measures are on).
 */
const root = join(import.meta.dirname, '..');
// Each synthesis has its own folder, so that two at the same time do not delete each other's bundles. The assembly
// keeps a copy.
const codeFolder = await mkdtemp(join(tmpdir(), 'haukiem-functions-'));
const app = new App({ context: cdk.context });
const stage = String(app.node.tryGetContext('stage'));
const config = stageConfig(
  stage,
  String(app.node.tryGetContext('province') ?? FIRST_PROVINCE),
  String(app.node.tryGetContext('policy') ?? stage),
);
const rulesClock = String(app.node.tryGetContext('rulesClock') ?? config.rulesClock);

// The bundler is a process of its own, so the constructs are loaded beside it
const [{ addStage }] = await Promise.all([
  import('./add-stage.ts'),
  bundle(root, codeFolder, {
    province: config.province.code,
    ...(config.stage === 'local' ? { plugins: [inProcessSdk] } : { mapsTo: join(app.outdir, 'source-maps') }),
  }),
]);
await addStage(app, { ...config, rulesClock }, codeFolder);
app.synth();
await rm(codeFolder, { recursive: true });
