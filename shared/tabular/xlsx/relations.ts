import type { XmlSink } from './xml-scanner.ts';
import { attribute } from './xml-text.ts';

/** Collects the relations of a part: each id's target part and type. */
export class Relations implements XmlSink {
  readonly #byId = new Map<string, { readonly type: string; readonly target: string }>();
  readonly #folder: string;

  /** Targets are relative to the `folder`, which ends with a slash, unless they begin with one. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  open(name: string, attributes: string): void {
    if (name !== 'Relationship') return;
    this.#byId.set(attribute(attributes, 'Id') ?? '', {
      type: attribute(attributes, 'Type')?.split('/').at(-1) ?? '',
      target: partName(attribute(attributes, 'Target') ?? '', this.#folder),
    });
  }

  close(): void {}

  text(): void {}

  /** The target of the first relation of the type. */
  target(type: string): string | undefined {
    for (const relation of this.#byId.values()) if (relation.type === type) return relation.target;
    return undefined;
  }

  worksheet(id: string): string | undefined {
    const relation = this.#byId.get(id);
    return relation?.type === 'worksheet' ? relation.target : undefined;
  }

  /** Whether the relation leads to a sheet that has no cells, such as a chart. */
  hasNoCells(id: string): boolean {
    return /^(?:chartsheet|dialogsheet|xl(?:Intl)?Macrosheet)$/u.test(this.#byId.get(id)?.type ?? '');
  }
}

/** Resolves a target, for which programs write `../xl/a.xml`, `./a.xml`, `sheet%201.xml` and `worksheets\\a.xml`. */
function partName(target: string, folder: string): string {
  const written = target.replaceAll('\\', '/');
  const whole = decoded(written.startsWith('/') ? written : folder + written);
  const path: string[] = [];
  for (const step of whole.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
