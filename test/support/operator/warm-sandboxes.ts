import type { LocalFunction } from '#infra/local/deploy.ts';
import type { Sandbox } from '#infra/local/sandbox.ts';

/**
 * Keeps the sandboxes of each function loaded from one drain to the next, as Lambda keeps idle environments: loading a bundle
 * costs more than most of its events.
 */
export function warmSandboxes(start: (target: LocalFunction) => Sandbox) {
  const idle = new Map<string, Sandbox[]>();
  const idleOf = ({ name }: LocalFunction): Sandbox[] => {
    const some = idle.get(name) ?? [];
    idle.set(name, some);
    return some;
  };
  return {
    of(target: LocalFunction): Sandbox {
      let own: Sandbox | undefined;
      return {
        invoke(event) {
          own ??= idleOf(target).pop() ?? start(target);
          return own.invoke(event);
        },
        async close() {
          if (own) idleOf(target).push(own);
          own = undefined;
        },
      };
    },
    async close(): Promise<void> {
      await Promise.all([...idle.values()].flat().map((one) => one.close()));
    },
  };
}
