import type { ServiceRequest } from './services.ts';
import type { World } from './world.ts';

/** Calls `before` for each request that a function makes in the meantime, before the request takes effect. */
export async function withBefore(
  world: World,
  before: (asked: ServiceRequest) => void,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const { witness } = world;
  if (!witness) throw new Error('a world that nobody observes');
  world.witness = {
    ...witness,
    asked: (asked, invocation) => {
      before(asked);
      witness.asked(asked, invocation);
    },
  };
  await meanwhile();
  world.witness = witness;
}
