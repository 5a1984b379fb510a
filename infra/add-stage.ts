import { type App, Validations } from 'aws-cdk-lib';
import { type StageConfig, stackNameOf } from './config.ts';
import { EdgeStack } from './edge-stack.ts';
import { HaukiemStack } from './haukiem-stack.ts';

/**
 * Adds a stage's stack to an app, which checks it as it synthesises it unless `CDK_VALIDATION=false`.
 * @param codeFolder the bundles of the steps
 */
export async function addStage(app: App, config: StageConfig, codeFolder: string): Promise<void> {
  const { desksDomain } = config;
  if ('name' in desksDomain) new EdgeStack(app, { ...config, desksDomain });
  new HaukiemStack(app, stackNameOf(config), { config, codeFolder });
  if (process.env['CDK_VALIDATION'] === 'false') return;
  // A local run, which checks nothing, does not load the rules of the check
  const { AwsSolutionsChecks, ServerlessChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
