import { describe, expect, it } from 'vitest';
import { lackOfConcurrency } from '#infra/account-concurrency.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';

const prod = stageConfig('prod');

describe('the concurrency of the account', () => {
  it('a stage that reserves some is not deployed into a new account, and the sentence says what to ask for', async () => {
    expect(await lackOfConcurrency(prod, async () => 10)).toContain('cần ít nhất 140');
    expect(await lackOfConcurrency(prod, async () => 139)).toBeDefined();
    expect(await lackOfConcurrency(prod, async () => 140)).toBeUndefined();
    expect(await lackOfConcurrency(prod, async () => 1000)).toBeUndefined();
  });

  it('a stage is not deployed where nobody can say how much there is', async () => {
    expect(await lackOfConcurrency(prod, async () => undefined)).toContain('aws sso login');
  });

  it('a stage that reserves none asks nobody', async () => {
    const ask = () => expect.unreachable('nothing is reserved');
    expect(await lackOfConcurrency(stageConfig('dev'), ask)).toBeUndefined();
  });
});
