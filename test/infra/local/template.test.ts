import { describe, expect, it } from 'vitest';
import { readStack } from '#infra/local/template.ts';

const stack = readStack(
  {
    Parameters: { Size: { Type: 'String', Default: 'small' } },
    Mappings: { Sizes: { small: { memory: 512 } } },
    Conditions: {
      Small: { 'Fn::Equals': [{ Ref: 'Size' }, 'small'] },
      Large: { 'Fn::Not': [{ Condition: 'Small' }] },
      Both: { 'Fn::And': [{ Condition: 'Small' }, { Condition: 'Large' }] },
      Either: { 'Fn::Or': [{ Condition: 'Small' }, { Condition: 'Large' }] },
    },
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 3 } },
      Big: { Type: 'AWS::SQS::Queue', Condition: 'Large' },
      Key: { Type: 'AWS::KMS::Key' },
    },
  },
  { 'AWS::Region': 'r', 'AWS::Partition': 'aws' },
);
stack.made('Queue', { ref: 'http://q', attributes: { Arn: 'arn:q' } });

describe('readStack', () => {
  it.each([
    [{ Ref: 'Queue' }, 'http://q'],
    [{ Ref: 'AWS::Region' }, 'r'],
    [{ Ref: 'Size' }, 'small'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:q'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'arn:q'],
    [{ 'Fn::GetAtt': ['Key', 'Arn'] }, 'arn:aws:local:::Key/Arn'],
    [{ 'Fn::Sub': '${AWS::Partition}/${Queue.Arn}/${!kept}' }, 'aws/arn:q/${kept}'],
    [{ 'Fn::Sub': ['${Mine}-${Size}', { Mine: { Ref: 'Queue' } }] }, 'http://q-small'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Size' }]] }, 'a-small'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': ['/', 'x/y'] }] }, 'y'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Size' }, 'memory'] }, 512],
    [{ 'Fn::If': ['Small', 1, 2] }, 1],
    [{ 'Fn::If': ['Large', 1, 2] }, 2],
    [{ 'Fn::If': ['Both', 1, 2] }, 2],
    [{ 'Fn::If': ['Either', 1, 2] }, 1],
    [{ a: [1, { Ref: 'AWS::NoValue' }], b: { Ref: 'AWS::NoValue' } }, { a: [1] }],
    [
      { Ref: 'Queue', and: 1 },
      { Ref: 'Queue', and: 1 },
    ],
  ])('readStack resolves %j', (value, expected) => {
    expect(stack.resolve(value)).toEqual(expected);
  });
  it('readStack leaves out resources whose condition does not hold', () => {
    expect(stack.resources('AWS::SQS::Queue')).toEqual([{ id: 'Queue', properties: { DelaySeconds: 3 } }]);
  });
  it('readStack refuses what it cannot answer instead of guessing', () => {
    expect(() => stack.resolve({ 'Fn::ImportValue': 'other' })).toThrow('Fn::ImportValue');
  });
});
