import * as z from 'zod';

const Resource = z.object({
  Type: z.string(),
  Condition: z.string().optional(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});
const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
});

/** The values of an existing resource: its `Ref`, and the attributes for `Fn::GetAtt`. */
interface CreatedResource {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}
export interface Stack {
  /** The resources of a type by logical id, with unresolved properties and without those whose condition is false. */
  resources(type: string): { id: string; properties: Record<string, unknown> }[];
  /** A value of the template with its references filled in; `AWS::NoValue` becomes `undefined`. */
  resolve(value: unknown): unknown;
  /** Registers the values of a resource, so that later references can be resolved. */
  made(id: string, made: CreatedResource): void;
}

/**
 * Reads a synthesised CloudFormation template.
 * @param pseudo `AWS::Region`, `AWS::AccountId`, …
 * @throws {Error} where the template uses a function that a local run can't answer
 */
export function readStack(json: unknown, pseudo: Readonly<Record<string, string>>): Stack {
  const template = Template.parse(json);
  const things = new Map<string, CreatedResource>();

  const ref = (id: string): unknown => {
    if (id === 'AWS::NoValue') return undefined;
    return pseudo[id] ?? things.get(id)?.ref ?? template.Parameters[id]?.Default ?? id;
  };
  /** A resource that isn't run locally (keys, roles, alarms) gets an invented name. */
  const attribute = (id: string, name: string): string =>
    things.get(id)?.attributes[name] ?? `arn:aws:local:::${id}/${name}`;
  const substitute = (text: string, own: Readonly<Record<string, unknown>>) =>
    text.replaceAll(/\$\{(!?)([\w:.]+)\}/gu, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in own) return String(resolve(own[name]));
      const [id = '', path] = name.split(/\.(.*)/u);
      return String(path ? attribute(id, path) : ref(name));
    });
  const holds = (condition: unknown): boolean => resolve(condition) === true;

  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (id) => ref(Text.parse(id)),
    Condition: (name) => holds(template.Conditions[Text.parse(name)]),
    'Fn::GetAtt': (path) => {
      const [id = '', name = ''] = typeof path === 'string' ? path.split(/\.(.*)/u) : Texts.parse(path);
      return attribute(id, name);
    },
    'Fn::Sub': (argument) => {
      if (typeof argument === 'string') return substitute(argument, {});
      const [text, own] = Substitution.parse(argument);
      return substitute(text, own);
    },
    'Fn::Join': (argument) => {
      const [delimiter, parts] = Pair.parse(argument);
      return Values.parse(resolve(parts)).join(Text.parse(delimiter));
    },
    'Fn::Select': (argument) => {
      const [index, from] = Pair.parse(argument);
      return Values.parse(resolve(from))[Number(index)];
    },
    'Fn::Split': (argument) => {
      const [delimiter, text] = Pair.parse(argument);
      return Text.parse(resolve(text)).split(Text.parse(delimiter));
    },
    'Fn::If': (argument) => {
      const [name, yes, no] = Triple.parse(argument);
      return resolve(holds({ Condition: name }) ? yes : no);
    },
    'Fn::FindInMap': (argument) => {
      const [map, first, second] = Texts.parse(resolve(argument));
      return template.Mappings[map ?? '']?.[first ?? '']?.[second ?? ''];
    },
    'Fn::Equals': (argument) => {
      const [left, right] = Pair.parse(argument);
      return resolve(left) === resolve(right);
    },
    'Fn::Not': (argument) => !Values.parse(argument).every(holds),
    'Fn::And': (argument) => Values.parse(argument).every(holds),
    'Fn::Or': (argument) => Values.parse(argument).some(holds),
  };

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve).filter((one) => one !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name = '', argument] = entries[0] ?? [];
    const call = entries.length === 1 ? functions[name] : undefined;
    if (call) return call(argument);
    if (entries.length === 1 && name.startsWith('Fn::')) throw new Error(`The local run does not know ${name}`);
    const resolved = entries.map(([key, inner]) => [key, resolve(inner)] as const);
    return Object.fromEntries(resolved.filter(([, inner]) => inner !== undefined));
  }

  return {
    resources: (type) =>
      Object.entries(template.Resources)
        .filter(([, { Type, Condition }]) => Type === type && (!Condition || holds({ Condition })))
        .map(([id, { Properties }]) => ({ id, properties: Properties })),
    resolve,
    made: (id, made) => void things.set(id, made),
  };
}

const Text = z.string();
const Texts = z.array(z.string());
const Values = z.array(z.unknown());
const Pair = z.tuple([z.unknown(), z.unknown()]);
const Triple = z.tuple([z.string(), z.unknown(), z.unknown()]);
const Substitution = z.tuple([z.string(), z.record(z.string(), z.unknown())]);
