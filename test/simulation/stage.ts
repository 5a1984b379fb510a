import { existsSync, globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Compose, StepHandler } from './invocations.ts';
import type { Stage } from './play.ts';
import { numbersOfPeople } from '#infra/constructs/settings.ts';
import { everyAct } from '#shared/domain/notification/release/release-policy.ts';
import { frozen, rememberParsed } from './remembered.ts';
import { replaceSdk } from './services.ts';
import type { SystemDesign } from './system.ts';

/** The folders of the steps that are played and of the unchanged steps. */
interface Bundles {
  readonly bundles: string;
  readonly sound: string;
}

/** The secret under which the functions of a run hash numbers of people and accounts. */
const SECRET = 'a secret of the simulation';
const SIGNING = JSON.stringify({ secrets: [`whsec_${'c2ltdWxhdGVk'.repeat(3)}`] });

const TWO = 'two_officers';
const byLevel = { watch: everyAct(TWO), act: everyAct(TWO) };
/** Where two people have to decide: each notice to a bank, each file that is taken back, and each switch of a measure. */
const IN_TWOS: Readonly<Record<string, string>> = {
  RELEASE_POLICY: numbersOfPeople({
    police: { watch: everyAct('automatic'), act: everyAct('automatic') },
    bank: byLevel,
    namingDecision: TWO,
  }),
  TAKING_BACK_POLICY: TWO,
  SWITCH_POLICY: numbersOfPeople({ on: TWO, off: TWO }),
};

/** A step's variables, by which two people have to decide wherever the stage says how many. */
const decidedInTwos = (environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...environment,
  ...Object.fromEntries(Object.entries(IN_TWOS).filter(([name]) => name in environment)),
});

/** Replaces the SDK by the simulation, once for the process. */
export function setStage(): Stage {
  const stage: Stage = { world: undefined };
  rememberParsed();
  // Stack traces of thousands of failed conditions cost time and are never read
  Error.stackTraceLimit = 0;
  replaceSdk(
    (asked) => stage.world?.ask(asked) ?? Promise.reject(new Error('no world')),
    (arn) => (arn.startsWith('receivers/') ? SIGNING : SECRET),
  );
  return stage;
}

/** Makes execution environments of the steps that were bundled to a folder, and of the unchanged ones beside them. */
export function composer({ bundles, sound }: Bundles, { steps }: SystemDesign): Compose {
  const environments = new Map<string, NodeJS.ProcessEnv>();
  const environmentOf = (folder: string, inTwos: boolean) => {
    const own = steps.find((step) => step.folder === folder)?.environment;
    return inTwos && own ? decidedInTwos(own) : own;
  };
  // What a function loads later is loaded beforehand, because a file takes real time to read
  const parts = Promise.all(
    [bundles, sound].flatMap((folder) =>
      globSync('*.mjs', { cwd: folder }).map((part) => import(pathToFileURL(join(folder, part)).href)),
    ),
  );
  const loaded = new Map<string, Promise<{ compose: () => Promise<StepHandler> }>>();
  const pathOf = (folder: string) => {
    const own = join(bundles, folder, 'index.mjs');
    return existsSync(own) ? own : join(sound, folder, 'index.mjs');
  };
  return async (folder, inTwos) => {
    const loading = loaded.get(folder) ?? import(pathToFileURL(pathOf(folder)).href);
    loaded.set(folder, loading);
    const [{ compose }] = await Promise.all([loading, parts]);
    const name = inTwos ? `${folder} in twos` : folder;
    const variables = environments.get(name) ?? frozen({ ...process.env, ...environmentOf(folder, inTwos) });
    environments.set(name, variables);
    const before = process.env;
    process.env = variables;
    try {
      return await compose();
    } finally {
      process.env = before;
    }
  };
}
