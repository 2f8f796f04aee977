// The staff rooms on a real server over a real embedded store, and a browser of one's own that remembers its cookie.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'restify';
import { createRateLimiter } from '../../src/server/rate-limiter.js';
import { registerPages } from '../../src/server/register-pages.js';
import type { DeskParts } from '../../src/staff/desk-parts.js';
import { createSignIn } from '../../src/staff/sign-in.js';
import { createStaffRoutes } from '../../src/staff/staff-routes.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { ReferralStore, Store } from '../../src/storage/ports.js';
import { startTestServer } from '../server/start-test-server.js';
import { ringOf } from '../support/key-ring.js';
import { realContent } from '../support/real-content.js';
import { setClock, type SetClock } from '../support/set-clock.js';

export interface StaffServer {
  readonly url: string;
  readonly store: Store;
  readonly referrals: ReferralStore;
  readonly clock: SetClock;
  /** A fresh sign-in link, whole. */
  readonly link: () => string;
  readonly announced: readonly string[];
  readonly stop: () => Promise<void>;
}

/** `register` serves what browsers load and gives the address of the stylesheet; `desk`: what the desk has beyond an English desk without a directory. */
export async function startStaffServer(
  register?: (server: Server) => Promise<string>,
  desk: Partial<Omit<DeskParts, 'service' | 'referrals'>> = {},
): Promise<StaffServer> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-staff-'));
  const clock = setClock('2026-11-22T12:00:00Z');
  const store = await openEmbeddedStore({ folder, keys: ringOf(), clock });
  const announced: string[] = [];
  const signIn = createSignIn({ key: Buffer.alloc(32, 1), clock, announce: link => announced.push(link) });
  const service = {
    name: 'Riverside Social Prescribing',
    sample: true,
    email: 'desk@riverside.example',
    clinicalContact: { name: 'Dr Day', role: 'Duty doctor', phone: '020 7946 0124' },
    retention: { conversationHours: 24, pausedDays: 14, referralDays: 30 },
  };
  const running = await startTestServer({
    register: async server => {
      const styles = (await register?.(server)) ?? '/assets/staff.css';
      const routes = createStaffRoutes({
        service,
        styles,
        signIn,
        referrals: store.referrals,
        clock,
        content: realContent(),
        directory: () => undefined,
        deskScript: '/assets/desk.js',
        ...desk,
      });
      registerPages(server, routes, createRateLimiter({ burst: 100, perSecond: 10 }, Date.now));
    },
  });
  const stop = async (): Promise<void> => {
    await running.stop();
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { url: running.url, store, referrals: store.referrals, clock, link: () => running.url + signIn.link(), announced, stop };
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location: string | null;
  readonly headers: Headers;
}

/** A browser that follows nothing by itself. */
export interface Visitor {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
}

export function visitor(url: string): Visitor {
  let cookie = '';
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(new URL(path, url), { ...init, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? '';
    return { status: response.status, body: await response.text(), location: response.headers.get('location'), headers: response.headers };
  };
  return {
    get: async path => send(path, { headers: { cookie, accept: 'text/html' } }),
    post: async (path, form, headers = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams(form), headers: { cookie, accept: 'text/html', ...headers } }),
  };
}

/** Somebody of the staff, signed in. */
export async function signedIn(server: StaffServer, who = 'Amina'): Promise<Visitor> {
  const someone = visitor(server.url);
  const link = new URL(server.link());
  await someone.post('/worklist/sign-in', { link: link.searchParams.get('link') ?? '', who });
  return someone;
}

/** The hidden fields of the forms on a page. */
export function hiddenOf(body: string): Readonly<Record<'token' | 'rev', string>> {
  const value = (name: string): string =>
    new RegExp(`name="${name}"\\s+value="([^"]*)"`, 'u').exec(body.slice(body.indexOf('class="actions"')))?.[1] ?? '';
  return { token: value('token'), rev: value('rev') };
}
