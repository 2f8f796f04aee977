// dialogs/groups.json: which answers say that somebody is of a group that local services are for, or needs something of a place. Only what was
// said counts; nothing is guessed.
import { z } from 'zod';
import type { ContentReader } from '../content-reader.js';
import type { Form } from '../forms/form.js';
import { enableWhenSchema } from '../forms/questionnaire-schema.js';
import { checkConditions } from './assemble-journey.js';

const when = z.array(enableWhenSchema).min(1);

/** What a place offers to people with access needs. */
export const accessKinds = [
  'step-free',
  'accessible-toilet',
  'parking',
  'hearing-loop',
  'sign-language',
  'quiet',
  'assistance-dogs',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/** Groups that a service can be for and that an answer can put somebody in. */
export const groupKinds = [
  'women',
  'men',
  'lgbt',
  'carers',
  'parents',
  'disabled-people',
  'deaf-people',
  'refugees',
  'homeless-people',
  'veterans',
  'ex-offenders',
] as const;

/** One answer is enough of each `when`. */
const groupsSchema = z.strictObject({
  audiences: z.array(z.strictObject({ group: z.enum(groupKinds), when })),
  access: z.array(z.strictObject({ kind: z.enum(accessKinds), when })),
});

export type GroupsFile = z.infer<typeof groupsSchema>;

const none: GroupsFile = { audiences: [], access: [] };

/** The file, or nothing where a deployer has none; undefined where it is broken. */
export function readGroups(reader: ContentReader): GroupsFile | undefined {
  return reader.listFiles('dialogs').includes('groups') ? reader.read('dialogs', 'groups.json', groupsSchema) : none;
}

/** Conditions of the file that name what the journey does not have. */
export function checkGroups({ audiences, access }: GroupsFile, form: Form): string[] {
  const named = [...audiences.map(one => [one.group, one.when] as const), ...access.map(one => [one.kind, one.when] as const)];
  return named.flatMap(([name, conditions]) => checkConditions(form, conditions, `dialogs/groups.json: '${name}'`));
}
