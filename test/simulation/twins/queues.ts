export interface QueueDesign {
  readonly url: string;
  readonly arn: string;
  readonly visibilitySeconds: number;
  readonly delaySeconds: number;
  /** The dead-letter queue of messages that were received too often. */
  readonly deadLetters?: { readonly arn: string; readonly afterReceives: number } | undefined;
}

/** The attributes of a message that are texts. */
export type MessageTexts = Readonly<Record<string, { readonly StringValue?: string | undefined }>>;

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageTexts;
  readonly sentAt: number;
  receives: number;
  visibleAt: number;
  receipt: string;
}
interface BatchEntry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
  readonly MessageAttributes?: MessageTexts;
}

interface DeletedEntry {
  readonly Id: string;
  readonly ReceiptHandle: string;
}

const LARGEST_BATCH = 10;

/** SQS in memory, as far as the functions and Lambda use it: standard queues, with visibility, delay and dead letters. */
export class QueuesTwin {
  readonly #designs: ReadonlyMap<string, QueueDesign>;
  readonly #messages = new Map<string, Message[]>();
  readonly #now: () => number;
  #count = 0;
  #dead = 0;

  constructor(designs: readonly QueueDesign[], now: () => number) {
    this.#designs = new Map(designs.map((one) => [one.url, one]));
    this.#now = now;
    for (const { url } of designs) this.#messages.set(url, []);
  }

  in(url: string): readonly Message[] {
    return this.#list(url);
  }

  sendBatch(url: string, entries: readonly BatchEntry[]): { Successful: { Id: string }[]; Failed: never[] } {
    if (
      entries.length === 0 ||
      entries.length > LARGEST_BATCH ||
      new Set(entries.map(({ Id }) => Id)).size < entries.length
    )
      throw new RangeError('a batch has one to ten entries, each with an id of its own');
    for (const { MessageBody, DelaySeconds, MessageAttributes } of entries)
      this.send(url, MessageBody, DelaySeconds, MessageAttributes);
    return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
  }

  send(url: string, body: string, delaySeconds = this.#design(url).delaySeconds, attributes: MessageTexts = {}): void {
    this.#count += 1;
    const sentAt = this.#now();
    this.#list(url).push({
      // No two messages of several acts have one id, by which they are parked
      id: `m${this.#count}-${sentAt}`,
      body,
      attributes,
      sentAt,
      receives: 0,
      visibleAt: sentAt + delaySeconds * 1000,
      receipt: '',
    });
  }

  /** Moves messages that were received too often to the dead letters, then returns at most `most` others. */
  receive(
    url: string,
    most: number,
    choose: (visible: readonly Message[]) => readonly Message[] = (visible) => visible,
  ): Message[] {
    const { deadLetters, visibilitySeconds } = this.#design(url);
    const now = this.#now();
    if (deadLetters) {
      const dead = this.#list(url).filter(
        ({ visibleAt, receives }) => visibleAt <= now && receives >= deadLetters.afterReceives,
      );
      for (const message of dead) this.#move(url, this.#urlOf(deadLetters.arn), message, message.receives + 1);
      this.#dead += dead.length;
    }
    const handed = choose(this.visible(url)).slice(0, most);
    for (const message of handed) {
      message.receives += 1;
      message.visibleAt = now + visibilitySeconds * 1000;
      this.#count += 1;
      message.receipt = `r${this.#count}`;
    }
    return handed.map((message) => ({ ...message }));
  }

  /** A receipt of an earlier receive does nothing to a message that was received since. */
  delete(url: string, { id, receipt }: Pick<Message, 'id' | 'receipt'>): void {
    const list = this.#list(url);
    const at = list.findIndex((message) => message.id === id && message.receipt === receipt);
    if (at >= 0) list.splice(at, 1);
  }

  changeVisibility(url: string, { id, receipt }: Pick<Message, 'id' | 'receipt'>, seconds: number): void {
    const message = this.#list(url).find((one) => one.id === id && one.receipt === receipt);
    if (message) message.visibleAt = this.#now() + seconds * 1000;
  }

  /** Deletes messages by their receipts alone, as a function does. */
  deleteBatch(url: string, entries: readonly DeletedEntry[]): { Successful: { Id: string }[]; Failed: never[] } {
    for (const { ReceiptHandle } of entries) {
      const received = this.#list(url).find(({ receipt }) => receipt === ReceiptHandle);
      if (received) this.delete(url, received);
    }
    return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
  }

  /** The attribute of a queue that names its dead letters. */
  redrivePolicyOf(url: string): { readonly RedrivePolicy?: string } {
    const { deadLetters } = this.#design(url);
    return deadLetters ? { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn }) } : {};
  }

  /** The messages that may be received now. */
  visible(url: string): readonly Message[] {
    const now = this.#now();
    return this.#list(url).filter(({ visibleAt }) => visibleAt <= now);
  }

  /** SQS may hand over a message again at any time, and need not hand it over soon. */
  show(url: string, id: string, inSeconds = 0): void {
    const message = this.#list(url).find((one) => one.id === id);
    if (message) message.visibleAt = this.#now() + inSeconds * 1000;
  }

  /** The number of messages that became dead letters since the last call. */
  takeDead(): number {
    const dead = this.#dead;
    this.#dead = 0;
    return dead;
  }

  /** Sends the dead letters of a queue back to it. */
  redrive(url: string): number {
    const { deadLetters } = this.#design(url);
    if (!deadLetters) return 0;
    const from = this.#urlOf(deadLetters.arn);
    const dead = [...this.#list(from)];
    // SQS takes a dead letter that is moved back for a new message with another time (SQS guide, dead-letter queue redrive)
    for (const message of dead) this.#move(from, url, { ...message, sentAt: this.#now() }, 0);
    return dead.length;
  }

  /** A message that was received too often. */
  sendDead(url: string, body: string): void {
    const { deadLetters } = this.#design(url);
    if (deadLetters) this.send(this.#urlOf(deadLetters.arn), body);
  }

  deadLettersOf(url: string): readonly Message[] {
    const { deadLetters } = this.#design(url);
    return deadLetters ? this.#list(this.#urlOf(deadLetters.arn)) : [];
  }

  /** @param receives the counted receives; for a dead letter the receive that moved it is included */
  #move(from: string, to: string, message: Message, receives: number): void {
    const list = this.#list(from);
    list.splice(
      list.findIndex(({ id }) => id === message.id),
      1,
    );
    this.#list(to).push({ ...message, receives, visibleAt: this.#now(), receipt: '' });
  }

  #list(url: string): Message[] {
    const list = this.#messages.get(url);
    if (!list) throw new RangeError(`no queue ${url}`);
    return list;
  }

  #design(url: string): QueueDesign {
    const design = this.#designs.get(url);
    if (!design) throw new RangeError(`no queue ${url}`);
    return design;
  }

  #urlOf(arn: string): string {
    for (const { arn: own, url } of this.#designs.values()) if (own === arn) return url;
    return '';
  }
}
