import { type Violation, itemsOf } from './end-state.ts';
import { api, SCOPES } from './receivers.ts';
import { isShown } from './the-log.ts';
import type { World } from './world.ts';

interface ShownPage {
  readonly data: readonly { readonly id: string; readonly sequence: number }[];
  readonly iterator: string;
}

/** Changes are shown once they are older than this. */
export const SHOWN_AFTER_MS = 3500;

/** The police read their feed. Each cursor that they hand back says that they have everything before it. */
export class FeedReader {
  readonly #world: World;
  readonly #shown = new Map<string, number>();
  #cursor = '';
  #isReading = false;

  constructor(world: World) {
    this.#world = world;
  }

  /** Reads on from the last cursor until nothing follows. */
  async readOn(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    for (;;) {
      const query = { cursor: this.#cursor };
      const { body } = await api(this.#world, SCOPES.police, 'GET', '/v1/notices', undefined, { query });
      const { data, iterator } = body as unknown as ShownPage;
      for (const { id, sequence } of data) this.#shown.set(id, sequence);
      this.#cursor = iterator;
      if (data.length === 0) break;
    }
    this.#isReading = false;
  }

  /** What is missing once all was read and no notice changes any more. */
  findings(): Violation[] {
    const notices = itemsOf(this.#world, 'Notices').filter(({ receiver }) => receiver === 'police');
    return notices.flatMap(({ noticeId, sequence, handlingStatus }): Violation[] => {
      const shown = this.#shown.get(String(noticeId));
      const what = `${String(noticeId)}, sequence ${String(sequence)}`;
      if (shown !== sequence) return [{ kind: 'lost', what: `the feed never showed ${what}, and last ${shown}` }];
      if (handlingStatus === 'issued') return [{ kind: 'lost', what: `the cursor after ${what} counts for nothing` }];
      return isShown(this.#world, `${String(noticeId)}.${shown}`)
        ? []
        : [{ kind: 'lost', what: `the log's entry that the feed showed ${what}` }];
    });
  }
}
