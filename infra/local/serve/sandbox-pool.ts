import type { Sandbox } from '../sandbox.ts';

/** Several sandboxes of one function among which events are distributed, as on Lambda. */
export function sandboxPool(open: () => Sandbox, size: number): Sandbox {
  const all = Array.from({ length: size }, open);
  const free = [...all];
  const waiting: ((sandbox: Sandbox) => void)[] = [];
  const next = () => new Promise<Sandbox>((resolve) => waiting.push(resolve));
  return {
    async invoke(event) {
      const sandbox = free.pop() ?? (await next());
      try {
        return await sandbox.invoke(event);
      } finally {
        const first = waiting.shift();
        if (first) first(sandbox);
        else free.push(sandbox);
      }
    },
    async close() {
      await Promise.all(all.map((sandbox) => sandbox.close()));
    },
  };
}
