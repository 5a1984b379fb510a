import type { XmlSink } from './xml-scanner.ts';
import { attribute } from './xml-text.ts';

/** Hears the relations of a part: which other part each id is, and of what type. */
export class Relations implements XmlSink {
  readonly #byId = new Map<string, { readonly type: string; readonly target: string }>();
  readonly #folder: string;

  /** Targets are relative to the `folder` unless they begin with a slash. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  open(name: string, attributes: string): void {
    if (name !== 'Relationship') return;
    const target = attribute(attributes, 'Target') ?? '';
    this.#byId.set(attribute(attributes, 'Id') ?? '', {
      type: attribute(attributes, 'Type')?.split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : this.#folder + target,
    });
  }

  close(): void {}

  text(): void {}

  /** The part of the first relation of the type. */
  target(type: string): string | undefined {
    for (const relation of this.#byId.values()) if (relation.type === type) return relation.target;
    return undefined;
  }

  worksheet(id: string): string | undefined {
    const relation = this.#byId.get(id);
    return relation?.type === 'worksheet' ? relation.target : undefined;
  }
}
