import type http from 'node:http';

export interface ProxiedRequest {
  readonly action: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
}
export interface EngineAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

export const json = (body: unknown, status = 200, type = 'application/x-amz-json-1.0'): EngineAnswer => ({
  status,
  headers: { 'content-type': type },
  body: Buffer.from(JSON.stringify(body)),
});
