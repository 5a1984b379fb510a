import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { type StageConfig, stackNameOf } from '#infra/config.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { HaukiemStack } from '#infra/haukiem-stack.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import cdk from '../../cdk.json' with { type: 'json' };

export const ROOT = join(import.meta.dirname, '..', '..');
export const STAGES = ['dev', 'prod', 'local'];

const SynthesisedResource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.any()).default({}),
  Metadata: z.record(z.string(), z.any()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdatePolicy: z.record(z.string(), z.any()).default({}),
  DependsOn: z.array(z.string()).default([]),
});
type SynthesisedResource = z.infer<typeof SynthesisedResource>;

export interface SynthesisedStage {
  readonly stack: Stack;
  readonly all: Readonly<Record<string, SynthesisedResource>>;
  /** The resources of one type by logical id. */
  readonly of: (type: string) => [string, SynthesisedResource][];
  /** The one resource of a type with the given prefix of its logical id. */
  readonly one: (type: string, idBegins: string) => SynthesisedResource & { id: string };
  /** The logical id of the function that a value refers to, itself or by its released version. */
  readonly functionOf: (value: unknown) => string;
}

const made = new Map<string, SynthesisedStage>();

/** A stage's template, in which the steps' sources replace their bundles. */
export function synthesised(stage: string): SynthesisedStage {
  const before = made.get(stage);
  if (before) return before;
  const now = synthesise(stageConfig(stage));
  made.set(stage, now);
  return now;
}

export function synthesise(config: StageConfig): SynthesisedStage {
  const outdir = temporaryFolder('assembly');
  const app = new App({ outdir, context: { ...cdk.context, 'aws:cdk:disable-asset-staging': true } });
  const stack = new HaukiemStack(app, stackNameOf(config), { config, codeFolder: join(ROOT, 'functions') });
  const all = z.record(z.string(), SynthesisedResource).parse(Template.fromStack(stack).toJSON()['Resources']);
  const of = (type: string) => Object.entries(all).filter(([, { Type }]) => Type === type);
  return {
    stack,
    all,
    of,
    one(type, idBegins) {
      const [found, ...more] = of(type).filter(([id]) => id.startsWith(idBegins));
      if (!found || more.length > 0) throw new Error(`${1 + more.length} ${type} ${idBegins}…`);
      return { id: found[0], ...found[1] };
    },
    functionOf(value) {
      const [id = ''] = references(value).filter((named) => all[named]?.Type.startsWith('AWS::Lambda::'));
      const alias = all[id]?.Type === 'AWS::Lambda::Alias' ? all[id] : undefined;
      return references(alias?.Properties['FunctionName'])[0] ?? id;
    },
  };
}

const Statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
  Resource: z.unknown().optional(),
  Principal: z.record(z.string(), z.unknown()).or(z.string()).optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});
export type Statement = z.infer<typeof Statement>;

export function statementsOf(document: unknown): Statement[] {
  return z.object({ Statement: z.array(Statement) }).parse(document).Statement;
}

/** The logical ids that a value of the template refers to. */
export function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String(Array.isArray(inner) ? inner[0] : inner)];
    return references(inner);
  });
}
