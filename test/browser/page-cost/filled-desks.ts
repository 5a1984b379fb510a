import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Desk } from '#functions/serve-pages/admit.ts';
import type { HttpEvent } from '#functions/serve-pages/http/answer.ts';
import { openSession } from '#functions/serve-pages/session/session.ts';
import { gateway } from '#infra/local/serve/gateway.ts';
import { listen } from '#infra/local/serve/listen.ts';
import { sessionsTable } from '#shared/tables/sessions.ts';
import { GROUP_OF_DESK } from '#test/support/desks/desk-groups.ts';
import type { EmbeddedSystem } from '#test/support/operator/embedded-system.ts';
import { type Filled, fillDesks } from './fill-desks.ts';

type Pages = (event: HttpEvent, context: unknown) => Promise<APIGatewayProxyStructuredResultV2>;

/** The deployed function of the pages over filled tables, in this process. */
export interface FilledDesks {
  readonly filled: Filled;
  readonly handler: Pages;
  /** The cookie of a session that somebody of that desk has opened. */
  cookieOf(desk: Desk): Promise<readonly [name: string, value: string]>;
  /** Answers browsers from now on. @returns its address, and how it ends */
  serve(): Promise<{ readonly url: string; readonly close: () => void }>;
}

export async function filledDesks({ deployed, db, shell }: EmbeddedSystem, companies: number): Promise<FilledDesks> {
  const filled = await fillDesks(db, deployed.tables, companies);
  const target = deployed.functions.find(({ environment }) => 'SESSIONS_TABLE' in environment);
  if (!target) throw new Error('No function serves pages');
  Object.assign(process.env, shell, target.environment, {
    AWS_LAMBDA_FUNCTION_NAME: target.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(target.module).href)) as { handler: Pages };
  const sessions = sessionsTable(db, deployed.tables['sessions'] ?? '');
  return {
    filled,
    handler,
    async cookieOf(desk) {
      const person = { subject: `bench-${desk}`, name: 'Người đo (mẫu)', groups: [GROUP_OF_DESK[desk]] };
      const cookie = await openSession(person, { sessions, now: () => new Date() });
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
      return [name, value];
    },
    async serve() {
      const to = { invoke: (event: unknown) => handler(event as HttpEvent, {}), close: async () => {} };
      const routes = deployed.routes.filter((route) => route.target === target).map((route) => ({ ...route, to }));
      const nobody = { claimsOf: async () => undefined };
      const tokens = { callerOf: async () => undefined, issue: async () => ({ status: 400, headers: {}, body: {} }) };
      const server = gateway({ routes, tokens, people: nobody });
      const url = await listen(server, 0);
      return {
        url,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      };
    },
  };
}
