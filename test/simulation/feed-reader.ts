/** What a receiver says at the interface, and what it was answered. */
export type Said = Readonly<Record<string, unknown>>;

/** The number of times a receiver repeats a call, which is more than any service fails. */
const MOST_TRIES = 200;

/** Whoever takes a call to a step. */
interface Called {
  call(step: string, event: object): Promise<unknown>;
}

export async function api(
  world: Called,
  receiver: string,
  method: 'GET' | 'POST',
  path: string,
  {
    body,
    query,
    key,
  }: { readonly body?: Said; readonly query?: Readonly<Record<string, string>>; readonly key?: string } = {},
): Promise<{ readonly status: number; readonly body: Said }> {
  const [, , , id] = path.split('/');
  const event = {
    version: '2.0',
    routeKey: '',
    rawPath: path,
    rawQueryString: '',
    ...(query && { queryStringParameters: query }),
    headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
      authorizer: { lambda: { client: 'simulated', receiver } },
    },
    ...(id !== undefined && { pathParameters: { id } }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const answer = (await world.call('receiver-api', event)) as { statusCode: number; body?: string } | undefined;
    if (answer && answer.statusCode < 500) return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') };
  }
  throw new Error(`${method} ${path} is never answered`);
}

/** What the police have read in their feed, in its order; each cursor that they hand back says that they have what is before it. */
export class FeedReader {
  readonly read: { readonly id: string; readonly sequence: number }[] = [];
  #cursor = '';
  #isReading = false;

  /** Reads on from the last cursor until nothing follows. */
  async readOn(world: Called): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    for (;;) {
      const query = { cursor: this.#cursor };
      const { body } = await api(world, 'police', 'GET', '/v1/notices', { query });
      const { data, iterator } = body as unknown as { data: FeedReader['read']; iterator: string };
      this.read.push(...data.map(({ id, sequence }) => ({ id, sequence })));
      this.#cursor = iterator;
      if (data.length === 0) break;
    }
    this.#isReading = false;
  }
}
