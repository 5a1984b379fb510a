import { describe, expect, it } from 'vitest';
import { countedDevices, MOST_DEVICES } from '#shared/domain/risk/rings/partners.ts';
import { account } from '#test/support/company-facts.ts';

const devices = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `device ${String(from + n).padStart(4, '0')}`);

describe('the devices of a company that count', () => {
  it('a bank with very many devices leaves the places of other banks free', () => {
    const flooded = account({ bank: '970436', devices: devices(0, MOST_DEVICES) });
    const again = account({ bank: '970436', devices: devices(500, MOST_DEVICES) });
    const other = account({ bank: '970418', devices: devices(9000, 2) });
    const counted = countedDevices([again, other, flooded]);
    expect([...counted.keys()].sort()).toEqual([...devices(0, MOST_DEVICES), ...devices(9000, 2)]);
  });

  it('of many banks with many devices each, as many of each count, and all of a bank with few', () => {
    const banks = ['970415', '970418', '970405', '970422', '970407'];
    const flooded = banks.map((bank, n) => account({ bank, devices: devices(n * 1000, MOST_DEVICES) }));
    const counted = countedDevices([...flooded, account({ bank: '970436', devices: devices(9000, 2) })]);
    const share = Math.floor((500 - 2) / banks.length);
    const expected = [...banks.flatMap((_, n) => devices(n * 1000, share)), ...devices(9000, 2)];
    expect([...counted.keys()].sort()).toEqual(expected.sort());
  });

  it('a device of two accounts of a bank counts once', () => {
    const both = [account({ devices: devices(0, 2) }), account({ devices: devices(1, 2) })];
    expect([...countedDevices(both).keys()]).toEqual(devices(0, 3));
  });
});
