import { describe, expect, it } from 'vitest';
import { stackNameOf } from '#infra/config.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { references, synthesised } from './synthesised.ts';

describe('the template of each stage', () => {
  /** The properties that differ by stage, one on each line; keys, policies and tables have their own tests. */
  const SHOWN = ['Lambda::Function', 'Lambda::EventSourceMapping', 'SQS::Queue', 'S3::Bucket', 'Scheduler::Schedule'];
  const HIDDEN = new Set([
    'Code',
    'Description',
    'KmsMasterKeyId',
    'LoggingConfig',
    'PublicAccessBlockConfiguration',
    'Role',
    'Tags',
  ]);

  const outline = (stage: string): Record<string, string> =>
    Object.fromEntries(
      SHOWN.flatMap((type) => synthesised(stage).of(`AWS::${type}`)).flatMap(([id, { Properties }]) =>
        Object.entries(Properties)
          .filter(([name]) => !HIDDEN.has(name))
          .map(([name, value]) => [
            `${nameOf(id)} ${name}`,
            JSON.stringify(value, plainReference).replaceAll(stackNameOf(stageConfig(stage)), 'haukiem-STAGE'),
          ]),
      ),
    );
  const nameOf = (id: string) => id.replace(/^Resources/u, '').replace(/[0-9A-F]{8}$/u, '');
  const plainReference = (_: string, value: unknown) => {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const [[call, to] = []] = entries;
    if (entries.length !== 1 || (call !== 'Ref' && call !== 'Fn::GetAtt')) return value;
    return `<${nameOf(references(value)[0] ?? '')}${Array.isArray(to) ? `.${to[1]}` : ''}>`;
  };

  it('the template of dev differs from its reviewed outline in nothing', () => {
    expect(outline('dev')).toMatchSnapshot();
  });
  it.each(['prod', 'local'])('the template of %s differs from dev only as reviewed', (stage) => {
    const dev = outline('dev');
    const other = outline(stage);
    const changed = [...new Set([...Object.keys(dev), ...Object.keys(other)])].filter(
      (name) => dev[name] !== other[name],
    );
    expect(Object.fromEntries(changed.map((name) => [name, other[name] ?? 'not there']))).toMatchSnapshot();
  });
});
