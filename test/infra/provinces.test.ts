import { describe, expect, it } from 'vitest';
import { AWS_LIMITS } from '#infra/limits.ts';
import { stackNameOf } from '#infra/config.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { HOME_PROVINCES } from '#shared/domain/vietnamese/data/home-provinces.ts';
import { synthesise } from './synthesised.ts';

const CODES = HOME_PROVINCES.map(([code]) => code);
const namesIn = (province: string): Map<string, string> => {
  const { all } = synthesise(stageConfig('prod', province));
  return new Map(
    Object.entries(all).flatMap(([id, { Type, Properties }]) => {
      const given: unknown[] = [Properties['QueueName'], Properties['DashboardName'], Properties['Domain']];
      return given.filter((name) => name !== undefined).map((name) => [`${Type} ${id}`, JSON.stringify(name)] as const);
    }),
  );
};

describe('a stage for a province', () => {
  it.each(CODES)('the stack and the log of province %s have names of their own, which AWS accepts', (code) => {
    const config = stageConfig('prod', code);
    const name = stackNameOf(config);
    expect(name).toMatch(/^haukiem-prod-[a-z-]+$/u);
    expect(`${name}-desks-111122223333`.length).toBeLessThanOrEqual(63);
    expect(`${name}-operator-tasks`.length).toBeLessThanOrEqual(AWS_LIMITS.queueNameLetters.value);
    for (const other of CODES.filter((one) => one !== code)) {
      const theirs = stageConfig('prod', other);
      expect(stackNameOf(theirs).startsWith(`${name}-`)).toBe(false);
      expect(theirs.logOrigin).not.toBe(config.logOrigin);
    }
  });

  it('two provinces live side by side in one account: no name that is given is the same', () => {
    const [first, second] = [namesIn('79'), namesIn('ha-noi')];
    expect(first.size).toBeGreaterThan(14);
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [id, name] of first) expect(second.get(id)).not.toBe(name);
  });

  it('a stage has no province that does not exist', () => {
    expect(() => stageConfig('prod', '00')).toThrow('No province "00"');
  });
});
