import { buildApp } from 'fauxqs';
import { dynalite } from './dynalite.ts';

/**
 * Dynalite and fauxqs as they are, by the variables that name their addresses; they don't keep the process alive. fauxqs
 * keeps no versions of objects, so that a drop is what lies under its name.
 */
export async function realEngines(): Promise<NodeJS.ProcessEnv> {
  const [{ endpoint }, app] = [await dynalite(), buildApp({ logger: false })];
  const others = await app.listen({ port: 0, host: '127.0.0.1' });
  app.server.unref();
  return { AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_ENDPOINT_URL_SQS: others, AWS_ENDPOINT_URL_S3: others };
}
