// Every address of the staff rooms.
import type { PageRoute } from '../channels/pages/page.js';
import { createDeskRoutes } from './desk-routes.js';
import type { DeskParts } from './desk-parts.js';
import { createSignInRoutes } from './sign-in-routes.js';
import { createWorklistRoutes, type WorklistParts } from './worklist-routes.js';

/** Makes the routes of the staff rooms. Sign-in comes first: its addresses also look like a reference. */
export function createStaffRoutes(parts: WorklistParts & DeskParts): readonly PageRoute[] {
  return [...createSignInRoutes(parts), ...createWorklistRoutes(parts), ...createDeskRoutes(parts)];
}
