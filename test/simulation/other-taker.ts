import { tableKind } from './end-state.ts';
import { READER, type SimulatedInvocation } from './invocations.ts';
import type { ServiceRequest, Services } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

interface DecisionToRepeat {
  readonly by: string;
  readonly why: string;
}

/**
 * Another reader takes back the same file at the same time. It has stored whom its facts concern and was ended before it
 * had told them. SQS hands over its message again.
 */
export class OtherTaker {
  readonly #looks = new WeakMap<SimulatedInvocation, number>();
  #isStored = false;

  storesBefore({ name, input }: ServiceRequest, invocation: SimulatedInvocation, services: Services): void {
    const Key = (input.Key ?? {}) as { readonly feed?: string; readonly file?: string };
    if (this.#isStored || name !== 'GetCommand' || Key.feed !== 'taken-back' || Key.file === undefined) return;
    const looks = (this.#looks.get(invocation) ?? 0) + 1;
    this.#looks.set(invocation, looks);
    // Before the first look it would be known to this reader
    if (looks !== 2) return;
    this.#store(Key.file, String(input.TableName), invocation, services);
  }

  #store(file: string, TableName: string, { step }: SimulatedInvocation, { tables, queues, design }: Services): void {
    const [feed = '', ...name] = file.split('/');
    const itemUnder = (Key: Attributes) =>
      (tables.send({ name: 'GetCommand', input: { TableName, Key } }) as { Item?: Attributes }).Item;
    const decided = itemUnder({ feed, file: name.join('/') })?.['leftOut'] as DecisionToRepeat | undefined;
    const assessments = Object.keys(design.tables).find((one) => tableKind(one) === 'Assessments') ?? '';
    const code = tables.items(assessments)[0]?.['enterpriseCode'];
    if (!decided || code === undefined || step.folder !== READER) return;
    this.#isStored = true;
    const standing = itemUnder({ feed: 'taken-back', file });
    // This reader concerns the company in another way, if at all
    const kind = feed === 'registrations' ? 'companies' : 'registered';
    const names = [...((standing?.[kind] ?? []) as string[]), code];
    const revision = Number(standing?.['revision'] ?? 0) + 1;
    tables.send({
      name: 'PutCommand',
      input: { TableName, Item: { ...standing, feed: 'taken-back', file, [kind]: names, revision } },
    });
    const { by, why } = decided;
    queues.send(
      step.reads?.queue ?? '',
      JSON.stringify({ bucket: design.inbox, key: file, release: { use: 'none', by, why } }),
    );
  }
}
