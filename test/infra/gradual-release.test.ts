import { describe, expect, it } from 'vitest';
import { references, synthesised } from './synthesised.ts';

const { of, all, one } = synthesised('prod');
const typesOf = (value: unknown) => references(value).map((id) => all[id]?.Type);

describe('a new version of the functions in production', () => {
  it('gets all its calls and batches through an alias, so that the version before can take them back', () => {
    const callers = [
      ...of('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties['FunctionName']),
      ...of('AWS::Lambda::Permission').map(([, { Properties }]) => Properties['FunctionName']),
      ...of('AWS::ApiGatewayV2::Integration').map(([, { Properties }]) => Properties['IntegrationUri']),
    ];
    expect(callers.length).toBeGreaterThan(15);
    for (const caller of callers) expect(typesOf(caller)).toEqual(['AWS::Lambda::Alias']);
    const [authorizer] = of('AWS::ApiGatewayV2::Authorizer').filter(
      ([, { Properties }]) => Properties['AuthorizerType'] === 'REQUEST',
    );
    expect(typesOf(authorizer?.[1].Properties['AuthorizerUri'])).toContain('AWS::Lambda::Alias');
  });

  it('gets a tenth of them for five minutes, and none after an alarm about errors', () => {
    const { id: alarm } = one('AWS::CloudWatch::Alarm', 'ResourcesErrorsAlarm');
    const aliases = of('AWS::Lambda::Alias');
    expect(aliases).toHaveLength(of('AWS::Lambda::Function').length);
    for (const [, { UpdatePolicy }] of aliases) {
      const [group = ''] = references(UpdatePolicy['CodeDeployLambdaAliasUpdate'].DeploymentGroupName);
      const { AlarmConfiguration, AutoRollbackConfiguration, DeploymentConfigName } = all[group]!.Properties;
      expect(DeploymentConfigName).toBe('CodeDeployDefault.LambdaCanary10Percent5Minutes');
      expect(references(AlarmConfiguration)).toEqual([alarm]);
      expect(AutoRollbackConfiguration).toMatchObject({
        Enabled: true,
        Events: expect.arrayContaining(['DEPLOYMENT_STOP_ON_ALARM']),
      });
    }
  });
});
