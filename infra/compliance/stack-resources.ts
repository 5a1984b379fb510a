import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import cdk from '../../cdk.json' with { type: 'json' };
import { HaukiemStack } from '../haukiem-stack.ts';
import { stackNameOf } from '../config.ts';
import { stageConfig } from '../stages/stage-config.ts';

const prod = stageConfig('prod');

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});
type Resource = z.infer<typeof Resource>;
export type StackResources = Readonly<Record<string, Resource>>;

/** The resources that the production stage would deploy. The steps' sources replace their bundles. */
export function productionResources(): StackResources {
  const app = new App({ context: { ...cdk.context, 'aws:cdk:disable-asset-staging': true } });
  const codeFolder = join(import.meta.dirname, '..', '..', 'functions');
  try {
    const stack = new HaukiemStack(app, stackNameOf(prod), { config: prod, codeFolder });
    return z.record(z.string(), Resource).parse(Template.fromStack(stack).toJSON()['Resources']);
  } finally {
    rmSync(app.outdir, { recursive: true, force: true });
  }
}

export const resourcesOfType = (resources: StackResources, type: string): readonly [string, Resource][] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

/** The logical ids that a value of the template refers to. */
export const referencedIds = (value: unknown): readonly string[] =>
  [...JSON.stringify(value ?? null).matchAll(/"(?:Ref|Fn::GetAtt)":(?:"([^"]+)"|\["([^"]+)")/gu)].map(
    ([, ref, attribute]) => ref ?? attribute ?? '',
  );
