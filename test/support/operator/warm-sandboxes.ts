import type { LocalFunction } from '#infra/local/deploy.ts';
import type { Sandbox } from '#infra/local/sandbox.ts';

/**
 * Keeps one sandbox of each function loaded from one drain to the next, as Lambda keeps an idle environment: loading a bundle
 * costs more than most of its events.
 */
export function warmSandboxes(start: (target: LocalFunction) => Sandbox) {
  const idle = new Map<string, Sandbox>();
  const take = (target: LocalFunction): Sandbox => {
    const warm = idle.get(target.name) ?? start(target);
    idle.delete(target.name);
    return warm;
  };
  return {
    of(target: LocalFunction): Sandbox {
      let own: Sandbox | undefined;
      return {
        invoke(event) {
          own ??= take(target);
          return own.invoke(event);
        },
        async close() {
          const done = own;
          own = undefined;
          if (!done) return;
          if (idle.has(target.name)) await done.close();
          else idle.set(target.name, done);
        },
      };
    },
    async close(): Promise<void> {
      await Promise.all([...idle.values()].map((one) => one.close()));
    },
  };
}
