import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import { logFailure, logger } from '#shared/runtime/log.ts';
import { apiRoutes } from './api/routes.ts';
import { resourceMetadata } from './api/resource-metadata.ts';
import type { HttpAnswer, HttpEvent, PageAnswer } from './http/answer.ts';
import { fromEdge } from './http/from-edge.ts';
import { assetAnswer } from './http/assets.ts';
import { requireDesk } from './admit.ts';
import {
  serverErrorPage,
  firstPage,
  notFoundPage,
  signInFailedPage,
  signedOutPage,
} from './status-pages/plain-pages.tsx';
import type { ServePagesPorts } from './ports.ts';
import { ROUTES } from './routes.ts';
import { SIGN_IN_PAGE } from './http/paths.ts';
import { STOP_PAGE, stopMails, stopPage } from './mail/stop-mails.tsx';
import { beginSignIn, finishSignIn, signOut } from './sign-in.ts';

/**
 * The function answers browsers with the pages of the desks. Decisions made there are stored and sent like receivers'
 * replies.
 */
export function createHandler(ports: ServePagesPorts) {
  const safe =
    (route: (event: HttpEvent) => Promise<PageAnswer>) =>
    async (event: HttpEvent): Promise<HttpAnswer> => {
      const { said: _, ...page } = await route(event).catch((error: unknown) => {
        logFailure('REQUEST_FAILED', error);
        return serverErrorPage(ports);
      });
      return page;
    };
  const open = (path: string, route: (event: HttpEvent) => Promise<PageAnswer>) =>
    ({ method: 'GET', path, handler: safe(route) }) as const;
  const desks = ROUTES.map((route) => ({
    method: route.method,
    path: route.path,
    handler: safe(requireDesk(route, ports)),
  }));
  return middy<HttpEvent, HttpAnswer>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(fromEdge(ports.edgeKey))
    .handler(
      httpRouter<HttpEvent, HttpAnswer>({
        routes: [
          open('/', (event) => firstPage(event, ports)),
          open(SIGN_IN_PAGE, (event) => beginSignIn(event, ports)),
          open('/sign-in/finish', (event) => finishSignIn(event, ports)),
          open('/sign-in/refused', () => signInFailedPage(ports)),
          open('/signed-out', () => signedOutPage(ports)),
          open(
            '/assets/{name}',
            async ({ rawPath, headers }) =>
              assetAnswer(ports.assets, rawPath, headers['accept-encoding']) ?? (await notFoundPage(ports)),
          ),
          open(STOP_PAGE, (event) => stopPage(event, ports)),
          { method: 'POST', path: STOP_PAGE, handler: safe((event) => stopMails(event, ports)) },
          { method: 'POST', path: '/sign-out', handler: safe((event) => signOut(event, ports)) },
          ...desks,
          ...apiRoutes(ports),
          open('/.well-known/oauth-protected-resource', async (event) => resourceMetadata(event, ports)),
        ],
        notFoundResponse: () => notFoundPage(ports),
      }),
    );
}
