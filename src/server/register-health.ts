// For orchestrators: is the process alive, and may it be sent people?
import type { Request, Response, Server } from 'restify';
import { isDraining } from './draining.js';
import { mountGet } from './register-pages.js';
import { jsonReply, respond } from './respond.js';

/** Something the service cannot do without. Rejects while it is missing. */
export interface HealthCheck {
  readonly name: string;
  readonly check: () => Promise<unknown>;
}

/** Longest wait for one check, in milliseconds. */
const patience = 1_700;

/**
 * Registers /health/live (200 while the process runs) and /health/ready (503 while draining or while a check fails). `told`: what else
 * /health/ready tells, which makes nothing ready or unready.
 */
export function registerHealth(
  server: Server,
  checks: readonly HealthCheck[],
  told: () => Readonly<Record<string, unknown>> = () => ({}),
): void {
  mountGet(server, '/health/live', async (request: Request, response: Response) => {
    await respond(request, response, jsonReply(200, { status: 'live' }));
  });
  mountGet(server, '/health/ready', async (request: Request, response: Response) => {
    const results = await Promise.all(checks.map(async ({ name, check }) => [name, (await passes(check)) ? 'ok' : 'failing'] as const));
    const draining = isDraining(server);
    const ready = !draining && results.every(([, result]) => result === 'ok');
    const status = draining ? 'draining' : ready ? 'ready' : 'not-ready';
    await respond(request, response, jsonReply(ready ? 200 : 503, { status, checks: Object.fromEntries(results), ...told() }));
  });
}

async function passes(check: HealthCheck['check']): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => {
      resolve(false);
    }, patience);
  });
  const passed = check().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([passed, late]);
  } finally {
    clearTimeout(timer);
  }
}
