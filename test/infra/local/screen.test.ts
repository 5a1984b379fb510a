import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressDisplay } from '#infra/local/screen.ts';

const on = (isTTY: boolean) => {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 10 });
  const clock = { at: 0 };
  const shown = progressDisplay(stream as unknown as NodeJS.WriteStream, () => clock.at);
  return { shown, clock, read: () => String(stream.read() ?? '') };
};

describe('screen', () => {
  it('the screen changes one line on a terminal, cut to its width', () => {
    const { shown, read } = on(true);
    shown.step('bắt đầu');
    shown.now('một');
    shown.now('một hai ba bốn');
    shown.step('xong');
    expect(read()).toBe('bắt đầu\n\r\u001B[2Kmột\r\u001B[2Kmột hai b\nxong\n');
  });
  it('the screen writes a line every five seconds where there is no terminal, and only new ones', () => {
    const { shown, clock, read } = on(false);
    shown.step('bắt đầu');
    shown.now('một');
    clock.at = 5000;
    shown.now('hai');
    clock.at = 10_000;
    shown.now('hai');
    shown.rest();
    expect(read()).toBe('bắt đầu\nhai\n');
  });
});
